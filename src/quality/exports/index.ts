export { exportCroissant } from './croissant.ts';
export { type DcmmEvidence, dcmmFiles, dcmmMarkdown, exportDcmm } from './dcmm/index.ts';
export { exportDqv } from './dqv/index.ts';
export { exportOdcs } from './odcs.ts';
export { exportOpenLineage } from './openlineage.ts';
export { assess } from './tc609/assess.ts';
export { assessmentBundle } from './tc609/bundle.ts';
export type {
  AssessmentForm,
  AssessmentInputs,
  AssessmentSource,
  EvaluationEvidence,
  FormDimension,
  FormIndicator,
  IndicatorResult,
} from './tc609/form.ts';
export { formHtml } from './tc609/html.ts';
export { formMarkdown } from './tc609/markdown.ts';
export { withManifest, writeBundle } from './write-bundle.ts';
