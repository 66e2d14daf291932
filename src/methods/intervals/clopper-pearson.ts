import jstat from 'jstat';
import type { Interval } from './interval.ts';

/**
 * One-sided lower limit for a share of `successes` in `n` independent trials: at a smaller share, so many successes have a
 * probability of `1 - level` at most. `n` may be an effective number of trials, and then need not be whole.
 * C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
 */
export function lowerBound(successes: number, n: number, level = 0.95): number {
  if (successes <= 0) return 0;
  const failures = Math.max(0, n - successes);
  return failures === 0 ? (1 - level) ** (1 / n) : jstat.jStat.beta.inv(1 - level, successes, failures + 1);
}

/**
 * Exact interval for a share of `successes` in `n` independent trials, of both one-sided limits at half the error; it covers
 * at least as often as it says. Clopper and Pearson, as {@link lowerBound}. For n = 0 the interval is [0, 1].
 */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  const oneSided = 1 - (1 - level) / 2;
  return {
    estimate: n === 0 ? Number.NaN : successes / n,
    low: lowerBound(successes, n, oneSided),
    high: 1 - lowerBound(n - successes, n, oneSided),
    level,
  };
}
