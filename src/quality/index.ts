export { type CheckOptions, checkDataset } from './check-dataset.ts';
export { compareReports, trendPointOf } from './compare/index.ts';
export { type CardMeasure, cardMeasures, measureCard } from './documentation/index.ts';
export { readHistory } from './history/index.ts';
export { type Measure, measures, type Observation, type TestVector } from './measures/index.ts';
export { openQuality, type QualityOptions } from './open-quality.ts';
export { generalProfile, type Profile } from './profile.ts';
export { profiles, readProfile } from './profiles/read-profile.ts';
export { dimensionWeights, sharesWithinDimensions } from './profiles/weights.ts';
export {
  type Coverage,
  type CrosswalkRow,
  coverages,
  crosswalk,
  type Indicator,
  indicator,
  indicators,
  inputs,
  measureDefinitions,
  misCited,
  reasonCodes,
  type StandardName,
  standards,
} from './registry/index.ts';
export { qualityReportSchema, readReport } from './schema.ts';
