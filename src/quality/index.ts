export { type CheckOptions, checkDataset } from './check-dataset.ts';
export { type Measure, measures, type Observation, type TestVector } from './measures/index.ts';
export { openQuality, type QualityOptions } from './open-quality.ts';
export { generalProfile, type Profile } from './profile.ts';
export { qualityReportSchema } from './schema.ts';
