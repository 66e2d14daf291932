import type { Rng } from '../random.ts';
import { type Agreement, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { type Patterns, patternsOf, type Ratings, type Value } from './ratings.ts';
import { differencesOf, requireScale, type Scale } from './scale.ts';

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
  for (const [place, { codes, times }] of patterns.entries()) {
    const items = counts[place] ?? 0;
    for (const [index, code] of codes.entries()) {
      frequencies[code] = (frequencies[code] ?? 0) + items * (times[index] ?? 0);
    }
  }
  const differences = differencesOf(scale, values, frequencies);
  let [observed, labels] = [0, 0];
  for (const [place, pattern] of patterns.entries()) {
    const items = counts[place] ?? 0;
    if (items === 0) continue;
    labels += items * pattern.labels;
    observed += (items * differences(pattern.codes, pattern.times)) / (pattern.labels - 1);
  }
  const expected = differences([...values.keys()], frequencies) / (labels - 1);
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}
