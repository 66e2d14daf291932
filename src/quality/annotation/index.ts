export { type AnnotationOptions, type AnnotationReport, annotationReport } from './annotation-report.ts';
export type { ClassAgreement } from './classes.ts';
export type { Coefficient, CoefficientReason } from './coefficient.ts';
export { type Majority, majorities } from './items.ts';
export { type LabelAccuracy, readLabelAccuracy } from './label-accuracy.ts';
export type { LabelledItem, LabelTable } from './label-table.ts';
export type { PairAgreement } from './pairs.ts';
export {
  type InspectionOptions,
  type InspectionPlan,
  type PlannedRow,
  planInspection,
} from './plan-inspection.ts';
export { readLabels } from './read-labels.ts';
