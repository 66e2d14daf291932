export { type Item, itemSchema, type Scenario, scenarioSchema } from './scenario.ts';
export { listScenarios, readScenario, writeScenario } from './store.ts';
