import type { Rng } from '../../src/methods/random.ts';

const exactUpTo = 14;

/**
 * Two-sided p of the hypothesis that the paired differences are symmetric about 0, by flipping the sign of whole
 * clusters: all 2^k flips for k ≤ 14 clusters, else `draws` random ones with the observed one counted in.
 * R. A. Fisher, The Design of Experiments (1935), section 21.
 *
 * @param totals the sum of the differences of each cluster.
 */
export function signFlip(totals: readonly number[], rng: Rng, draws = 9999): number {
  const observed = Math.abs(totals.reduce((sum, value) => sum + value, 0));
  // A flip that reproduces the observed sum must count as extreme in spite of rounding.
  const bound = observed - 1e-12 * Math.max(1, observed);
  const sumUnder = (flipped: (place: number) => boolean) =>
    Math.abs(totals.reduce((sum, value, place) => sum + (flipped(place) ? -value : value), 0));
  let extreme = 0;
  if (totals.length <= exactUpTo) {
    const all = 2 ** totals.length;
    for (let flips = 0; flips < all; flips++) {
      if (sumUnder((place) => (flips & (1 << place)) !== 0) >= bound) extreme++;
    }
    return extreme / all;
  }
  for (let draw = 0; draw < draws; draw++) if (sumUnder(() => rng() < 0.5) >= bound) extreme++;
  return (extreme + 1) / (draws + 1);
}
