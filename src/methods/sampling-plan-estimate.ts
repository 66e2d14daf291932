import { type Interval, lowerBound, wilson } from './intervals/index.ts';

/** What an inspection found in one class. */
export interface Inspected {
  readonly id: string;
  /** Records of the class in all; infinite where that is not known, and then there must be one class only. */
  readonly records: number;
  readonly inspected: number;
  readonly right: number;
}

export interface StratifiedEstimate extends Interval {
  /** One-sided: the share is at least this, at the same level of confidence. */
  readonly atLeast: number;
  readonly inspected: number;
  readonly wrong: number;
  /** Independent draws from an infinite population that would say as much. */
  readonly effective: number;
  /** Classes of which none was inspected: nothing is said of their records. */
  readonly unseen: readonly { readonly id: string; readonly records: number }[];
}

/** What one inspected record leaves open: 1 / n for many records, 0 where all are inspected. */
function openness(records: number, inspected: number): number {
  if (inspected >= records) return 0;
  return records === Number.POSITIVE_INFINITY
    ? 1 / inspected
    : (records - inspected) / ((records - 1) * inspected);
}

function weightsOf(strata: readonly { readonly records: number }[]): number[] {
  const all = strata.reduce((sum, { records }) => sum + records, 0);
  return strata.map(({ records }) => (strata.length === 1 ? 1 : records / all));
}

/** Independent draws that say as much as this sample, were the share the same in every class. */
export function effectiveSize(
  strata: readonly { readonly records: number; readonly inspected: number }[],
): number {
  const weights = weightsOf(strata);
  const open = strata.reduce((sum, { records, inspected }, index) => {
    return sum + (weights[index] ?? 0) ** 2 * openness(records, inspected);
  }, 0);
  return open > 0 ? 1 / open : Number.POSITIVE_INFINITY;
}

/**
 * Share of right labels from a sample drawn by class, each class weighted with its records (W. G. Cochran, Sampling Techniques,
 * 3rd ed., Wiley 1977, section 5.10). Interval: Wilson's with the effective number of records, `atLeast`: the limit of Clopper and
 * Pearson with the same (E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998) 193–201). That number is no more than if all
 * classes had one share: of a few records, none wrong, a class does not count as free of error. NaN where nothing was inspected.
 */
export function stratifiedEstimate(strata: readonly Inspected[], level = 0.95): StratifiedEstimate {
  const seen = strata.filter(({ inspected }) => inspected > 0);
  const unseen = strata.filter(({ inspected, records }) => inspected === 0 && records > 0);
  const inspected = seen.reduce((sum, one) => sum + one.inspected, 0);
  const wrong = seen.reduce((sum, one) => sum + one.inspected - one.right, 0);
  const rest = { level, inspected, wrong, unseen: unseen.map(({ id, records }) => ({ id, records })) };
  if (inspected === 0) return { estimate: Number.NaN, low: 0, high: 1, atLeast: 0, effective: 0, ...rest };
  const weights = weightsOf(seen);
  let [share, variance] = [0, 0];
  for (const [index, { records, inspected: size, right }] of seen.entries()) {
    const weight = weights[index] ?? 0;
    const own = right / size;
    share += weight * own;
    variance += weight ** 2 * openness(records, size) * own * (1 - own);
  }
  // Weights that sum to a hair more than 1 must not make a share of it.
  share = wrong === 0 ? 1 : Math.min(1, share);
  const spread = share * (1 - share);
  const even = effectiveSize(seen);
  const effective = variance > 0 ? Math.min(spread / variance, even) : even;
  if (effective === Number.POSITIVE_INFINITY) {
    return { estimate: share, low: share, high: share, atLeast: share, effective, ...rest };
  }
  const { low, high } = wilson(share * effective, effective, level);
  return {
    estimate: share,
    low,
    high,
    atLeast: lowerBound(share * effective, effective, level),
    effective,
    ...rest,
  };
}
