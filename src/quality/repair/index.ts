export { withAllRows } from './all-rows.ts';
export type { Change, Remedy } from './change.ts';
export { chooseRemedies } from './choose.ts';
export { examineFindings } from './examine.ts';
export { planTables, type TablePlan } from './plan.ts';
export { type Rewriting, rewrite, type Touched } from './rewrite.ts';
export { sourceRowOf } from './source-row.ts';
