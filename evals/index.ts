export { agentSubject } from './agent-subject.ts';
export { type Arm, armNamed, arms, full, none } from './arms/index.ts';
export { type Evaluation, evaluate } from './evaluate.ts';
export { requireArms, requireDatasets } from './preflight.ts';
export { renderLiftHtml } from './report/html.ts';
export type { ReportPart } from './report/scenario-section.ts';
export { renderLiftText } from './report/text.ts';
export { type Manifest, type Results, resultsSchema, type Trial } from './results.ts';
export { forgetRun } from './run-log.ts';
export { demoScenarios } from './scenarios/demo/index.ts';
export {
  howToMakeOne,
  type Item,
  listScenarios,
  readScenario,
  type Scenario,
  scenarioSchema,
  writeScenario,
} from './scenarios/index.ts';
export { exactFaultSet, type Score, type Scorer, scorers, withinTolerance } from './scorers/index.ts';
export type { OpenSubject, Reply, Subject } from './subject.ts';
