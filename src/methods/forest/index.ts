export { ascending, type Binned, binCodes, binNumbers } from './binned.ts';
export { type ForestOptions, outOfBag } from './out-of-bag.ts';
