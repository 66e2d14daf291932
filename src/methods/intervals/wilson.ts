import type { Interval } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval for a share of `successes` in `n` independent trials.
 * E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212. For n = 0 the interval is [0, 1].
 * `n` may be an effective number of trials, and then need not be whole.
 */
export function wilson(successes: number, n: number, level = 0.95): Interval {
  if (n === 0) return { estimate: Number.NaN, low: 0, high: 1, level };
  const z = normalQuantile(1 - (1 - level) / 2);
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    estimate: share,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
    level,
  };
}
