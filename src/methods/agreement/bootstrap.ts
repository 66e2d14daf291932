import { quantileSorted } from 'simple-statistics';
import type { Interval } from '../intervals/index.ts';
import type { Rng } from '../random.ts';
import { countsOf, type Patterns } from './ratings.ts';

/** A coefficient of agreement with its interval; NaN where it is not defined. */
export interface Agreement extends Interval {
  /** Items that it rests on. */
  readonly items: number;
}

export interface BootstrapOptions {
  /** E.g. 0.95. */
  readonly level?: number;
  /** Default: 1000, and fewer (200 at least) above 40,000 labels. */
  readonly resamples?: number;
}

/**
 * Percentile interval of a coefficient, resampling items with replacement. It holds what it says for nominal coefficients of
 * several annotators where their own formulas of the standard error do not: A. Zapf, S. Castell, L. Morawietz, A. Karch,
 * BMC Medical Research Methodology 16 (2016) 93. Resamples for which the coefficient is not defined are left out. Where all
 * items agree, no resample differs, and the interval is a point however few the items.
 *
 * @param coefficient of the number of items of each pattern; NaN where it is not defined.
 */
export function bootstrap(
  patterns: Patterns,
  coefficient: (counts: Float64Array) => number,
  rng: Rng,
  { level = 0.95, resamples }: BootstrapOptions = {},
): Agreement {
  const { items } = patterns;
  const estimate = coefficient(countsOf(patterns));
  if (Number.isNaN(estimate))
    return { estimate, low: Number.NaN, high: Number.NaN, level, items: items.length };
  let labels = 0;
  for (const place of items) labels += patterns.patterns[place]?.labels ?? 0;
  const times = resamples ?? Math.max(200, Math.min(1000, Math.floor(4e7 / labels)));
  const drawn: number[] = [];
  const counts = new Float64Array(patterns.patterns.length);
  for (let time = 0; time < times; time++) {
    counts.fill(0);
    for (let pick = 0; pick < items.length; pick++) {
      const place = items[Math.floor(rng() * items.length)] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const value = coefficient(counts);
    if (!Number.isNaN(value)) drawn.push(value);
  }
  drawn.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  const limit = (share: number) => (drawn.length > 0 ? quantileSorted(drawn, share) : Number.NaN);
  return { estimate, low: limit(tail), high: limit(1 - tail), level, items: items.length };
}
