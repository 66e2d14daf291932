export type { Agreement, BootstrapOptions } from './bootstrap.ts';
export { type CohenOptions, cohenKappa } from './cohen-kappa.ts';
export { fleissKappa } from './fleiss-kappa.ts';
export { type AlphaOptions, krippendorffAlpha } from './krippendorff-alpha.ts';
export type { Ratings, Value } from './ratings.ts';
export { type Scale, scales } from './scale.ts';
