export { type CrosswalkRow, crosswalk, measureDefinitions } from './crosswalk.ts';
export type { Indicator } from './indicator.ts';
export { indicator, indicators, type StandardName, standards } from './indicators.ts';
export { type InputCode, inputs } from './inputs.ts';
export { misCited } from './mis-cited.ts';
export { type Coverage, coverages, reasonCodes } from './reasons.ts';
export { tc609Cleanliness } from './tc609/cleanliness.ts';
export { tc609Extension } from './tc609/extension.ts';
