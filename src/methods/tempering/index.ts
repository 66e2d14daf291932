export type { TemperingWarning, Unanswered } from './outcome.ts';
export { type HardnessPrediction, type HardnessRequest, predictHardness } from './predict-hardness.ts';
export {
  recommendTemperature,
  type TemperatureRecommendation,
  type TemperatureRequest,
} from './recommend-temperature.ts';
export type { Range, TemperedRow, TemperingOptions } from './rows.ts';
