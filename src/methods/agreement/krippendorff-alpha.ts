import type { Rng } from '../random.ts';
import { type Agreement, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { type Patterns, patternsOf, type Ratings, type Value } from './ratings.ts';
import { differenceOf, placesOf, requireScale, type Scale } from './scale.ts';

export interface AlphaOptions extends BootstrapOptions {
  /** The labels of an ordinal scale from the lowest up, where they are no numbers. */
  readonly order?: readonly Value[];
}

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement, for any number of annotators and with labels missing; items with
 * one label do not count. K. Krippendorff, Content Analysis, 4th ed., Sage 2019, chapter 12. The interval is a bootstrap over
 * items, see {@link bootstrap} (Krippendorff's own resamples pairs as if they were independent, and comes out too narrow).
 * NaN where all labels are the same, or no item has two. Errors: `invalid_argument` (labels not on that scale).
 */
export function krippendorffAlpha(
  ratings: Ratings,
  scale: Scale,
  rng: Rng,
  { order, ...options }: AlphaOptions = {},
): Agreement {
  const patterns = patternsOf(ratings, 2, order);
  requireScale(patterns.values, scale, order !== undefined);
  return bootstrap(patterns, (counts) => alphaOf(patterns, scale, counts), rng, options);
}

/** The coefficient of so many items of each pattern. */
function alphaOf({ values, patterns }: Patterns, scale: Scale, counts: Float64Array): number {
  const frequencies = new Float64Array(values.length);
  let labels = 0;
  for (const [place, codes] of patterns.entries()) {
    const items = counts[place] ?? 0;
    labels += items * codes.length;
    for (const code of codes) frequencies[code] = (frequencies[code] ?? 0) + items;
  }
  const places = placesOf(scale, values, frequencies);
  const difference = differenceOf(scale, values, places);
  let observed = 0;
  for (const [place, codes] of patterns.entries()) {
    const items = counts[place] ?? 0;
    if (items === 0) continue;
    let sum = 0;
    for (const [first, a] of codes.entries()) {
      for (let second = first + 1; second < codes.length; second++) sum += difference(a, codes[second] ?? a);
    }
    observed += (items * 2 * sum) / (codes.length - 1);
  }
  const expected = betweenAll(frequencies, labels, places, scale, difference) / (labels - 1);
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}

/** Sum of the differences of all pairs of labels. */
function betweenAll(
  frequencies: Float64Array,
  labels: number,
  places: Float64Array | null,
  scale: Scale,
  difference: (a: number, b: number) => number,
): number {
  let [sum, squares] = [0, 0];
  if (places) {
    for (const [code, frequency] of frequencies.entries()) {
      const place = places[code] ?? 0;
      sum += frequency * place;
      squares += frequency * place * place;
    }
    return 2 * (labels * squares - sum * sum);
  }
  if (scale === 'nominal') {
    for (const frequency of frequencies) squares += frequency * frequency;
    return labels * labels - squares;
  }
  for (const [a, one] of frequencies.entries()) {
    for (let b = a + 1; b < frequencies.length; b++)
      sum += 2 * one * (frequencies[b] ?? 0) * difference(a, b);
  }
  return sum;
}
