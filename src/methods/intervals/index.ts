export { clopperPearson, lowerBound } from './clopper-pearson.ts';
export type { Interval } from './interval.ts';
export { normalQuantile } from './normal-quantile.ts';
export { wilson } from './wilson.ts';
