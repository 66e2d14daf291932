import { generalProfile, type Thresholds } from '../profile.ts';

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

const share: Bounds = { min: 0, max: 1, whole: false };
const count: Bounds = { min: 1, max: 1_000_000_000, whole: true };
const anyNumber: Bounds = { min: 0, max: Number.MAX_VALUE, whole: false };

/** Thresholds that the rule of `boundsOf` takes for something else. */
const exceptions: Partial<Readonly<Record<keyof Thresholds, Bounds>>> = {
  outlier_score: { min: 1, max: 100, whole: false },
  repeated_extreme: { min: 2, max: 1_000_000, whole: true },
};

/**
 * Which values a threshold may have: one named for a share (`_minor`, `_major`, `_info`, `_gate`, `_share`, `_cost`, `_tolerated`) that is at
 * most 1 in the general profile is a share, one named for a number (`most_`, `fewest_`, `_records`, `_cells`) is a count.
 */
export function boundsOf(threshold: keyof Thresholds): Bounds {
  const exception = exceptions[threshold];
  if (exception) return exception;
  const general = generalProfile.thresholds[threshold];
  if (general <= 1 && /_(minor|major|info|gate|share|cost|tolerated)$/.test(threshold)) return share;
  if (Number.isInteger(general) && /^(most|fewest)_|_(records|cells)$/.test(threshold)) return count;
  return anyNumber;
}
