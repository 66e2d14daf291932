export { checkScenario } from './check.ts';
export { type Item, itemSchema, type Scenario, scenarioSchema } from './scenario.ts';
export { howToMakeOne, listScenarios, readScenario, writeScenario } from './store.ts';
