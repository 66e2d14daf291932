export {
  type BearingGeometry,
  consistentFrequencies,
  type DefectFrequencies,
  defectFrequencies,
} from './bearing.ts';
export { type Band, envelopeSpectrum, highestPeaks, type Peak, type Spectrum } from './envelope-spectrum.ts';
export { type FallingCurve, fallingCurve, inverse } from './falling-curve.ts';
export {
  equivalentTemperature,
  equivalentTime,
  hollomonJaffe,
  temperatureFor,
  timeFor,
} from './hollomon-jaffe.ts';
export { isotonic } from './isotonic.ts';
export { integer, normal, type Rng, sampleWithout, seeded, shuffle } from './random.ts';
export {
  type SamplingGoal,
  type SamplingOptions,
  type SamplingPlan,
  type Stratum,
  samplingPlan,
} from './sampling-plan.ts';
export { drawOrdinals } from './sampling-plan-draw.ts';
export { type Inspected, type StratifiedEstimate, stratifiedEstimate } from './sampling-plan-estimate.ts';
export {
  type HardnessPrediction,
  type HardnessRequest,
  predictHardness,
  type Range,
  recommendTemperature,
  type TemperatureRecommendation,
  type TemperatureRequest,
  type TemperedRow,
  type TemperingOptions,
  type TemperingWarning,
  type Unanswered,
} from './tempering/index.ts';
export { velocityRms } from './velocity-rms.ts';
