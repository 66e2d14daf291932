import { setImmediate } from 'node:timers/promises';
import type { Rng } from '../random.ts';
import type { Binned } from './binned.ts';
import { growTree, leafOf } from './tree.ts';

export interface ForestOptions {
  readonly classes: number;
  readonly rng: Rng;
  /** Default 80. */
  readonly trees?: number;
  /** Default 5. */
  readonly smallestLeaf?: number;
  /** Records that each tree is grown on; default: as many as there are. */
  readonly drawn?: number;
}

/**
 * Probabilities of the classes for each record, record by record, from the trees of a random forest that did not see it;
 * NaN where all of them did. Lets the event loop breathe between trees. L. Breiman, Machine Learning 45 (2001) 5–32.
 */
export async function outOfBag(
  features: readonly Binned[],
  labels: Uint8Array,
  { classes, rng, trees = 80, smallestLeaf = 5, drawn: wanted = labels.length }: ForestOptions,
): Promise<Float64Array> {
  const size = labels.length;
  const sums = new Float64Array(size * classes);
  const seen = new Int32Array(size);
  const tries = Math.max(Math.ceil(Math.sqrt(features.length)), Math.ceil(features.length / 2.5));
  for (let tree = 0; tree < trees; tree += 1) {
    const drawn = new Int32Array(Math.min(size, wanted));
    const inBag = new Uint8Array(size);
    for (let at = 0; at < drawn.length; at += 1) {
      const place = Math.floor(rng() * size);
      drawn[at] = place;
      inBag[place] = 1;
    }
    const grown = growTree(features, labels, drawn, { classes, tries, smallestLeaf, deepest: 16, rng });
    for (let place = 0; place < size; place += 1) {
      if (inBag[place] === 1) continue;
      const leaf = leafOf(grown, features, place);
      seen[place] = (seen[place] ?? 0) + 1;
      for (let one = 0; one < classes; one += 1) {
        const at = place * classes + one;
        sums[at] = (sums[at] ?? 0) + (grown.shares[leaf * classes + one] ?? 0);
      }
    }
    await setImmediate();
  }
  for (let at = 0; at < sums.length; at += 1) {
    sums[at] = (sums[at] ?? 0) / (seen[Math.floor(at / classes)] ?? 0);
  }
  return sums;
}
