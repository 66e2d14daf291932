import { ZhujiError } from '../workspace/index.ts';
import { lowerBound, wilson } from './intervals/index.ts';
import { allocate } from './sampling-plan-allocation.ts';
import { effectiveSize, type Inspected, stratifiedEstimate } from './sampling-plan-estimate.ts';

/** Records of one class, each of which can be drawn. */
export interface Stratum {
  readonly id: string;
  readonly records: number;
}

/**
 * What an inspection is to show of the share of right labels: an interval no wider than twice `halfWidth`, or that the share is
 * `atLeast` so much. `expected`: the share to reckon with; without it, the worst one for the interval, and none wrong for the bound.
 */
export type SamplingGoal =
  | { readonly halfWidth: number; readonly expected?: number }
  | { readonly atLeast: number; readonly expected?: number };

export interface SamplingOptions {
  /** E.g. 0.95. */
  readonly confidence?: number;
  /** Records of each class at least, or all where it has fewer; default 1. */
  readonly perStratum?: number;
}

export interface SamplingPlan {
  readonly confidence: number;
  readonly records: number;
  /** Records to inspect. */
  readonly size: number;
  readonly strata: readonly (Stratum & { readonly size: number })[];
  /** Of a bound: so many wrong ones still show it, in whatever class they are. */
  readonly mostWrong?: number;
}

/**
 * How many records of each class to inspect, in proportion to the classes, so that {@link stratifiedEstimate} reaches the goal.
 * Its intervals are those of an infinite population with the number of records corrected for the finite one, n (N - 1) / (N - n):
 * W. G. Cochran, Sampling Techniques, 3rd ed., Wiley 1977, sections 2.6, 4.4 and 5.5.
 * Errors: `invalid_argument` (no records, shares that are none, an expected share that is not above the bound).
 */
export function samplingPlan(
  strata: readonly Stratum[],
  goal: SamplingGoal,
  { confidence = 0.95, perStratum = 1 }: SamplingOptions = {},
): SamplingPlan {
  const some = strata.filter(({ records }) => records > 0);
  const records = some.reduce((sum, stratum) => sum + stratum.records, 0);
  requireSense(records, goal, confidence);
  const wanted =
    'halfWidth' in goal ? forWidth(records, goal, confidence) : forBound(records, goal, confidence);
  const { mostWrong } = wanted;
  const reached = (sizes: readonly number[]): boolean => {
    const inspected = some.map((stratum, index) => ({ ...stratum, inspected: sizes[index] ?? 0 }));
    return 'halfWidth' in goal
      ? halfWidthOf(goal.expected ?? 0.5, effectiveSize(inspected), confidence) <= goal.halfWidth
      : shows(inspected, mostWrong ?? 0, goal.atLeast, confidence);
  };
  let size = wanted.size;
  let sizes = allocate(some, size, perStratum);
  // Rounding to whole records of each class may fall short by a few.
  while (size < records && !reached(sizes)) {
    size += 1;
    sizes = allocate(some, size, perStratum);
  }
  return {
    confidence,
    records,
    size: sizes.reduce((sum, one) => sum + one, 0),
    strata: some.map((stratum, index) => ({ ...stratum, size: sizes[index] ?? 0 })),
    ...(mostWrong !== undefined && { mostWrong }),
  };
}

/** Whether `wrong` labels in any one class leave the bound where it is wanted. */
function shows(
  strata: readonly Omit<Inspected, 'right'>[],
  wrong: number,
  atLeast: number,
  confidence: number,
): boolean {
  return strata.every(({ id, inspected }) => {
    const here = Math.min(wrong, inspected);
    const seen = strata.map((one) => ({ ...one, right: one.inspected - (one.id === id ? here : 0) }));
    return stratifiedEstimate(seen, confidence).atLeast >= atLeast;
  });
}

function halfWidthOf(share: number, size: number, confidence: number): number {
  if (size === Number.POSITIVE_INFINITY) return 0;
  const { low, high } = wilson(share * size, size, confidence);
  return (high - low) / 2;
}

interface Wanted {
  readonly size: number;
  readonly mostWrong?: number;
}

function forWidth(
  records: number,
  { halfWidth, expected = 0.5 }: Extract<SamplingGoal, { halfWidth: number }>,
  confidence: number,
): Wanted {
  const narrow = (inspected: number) =>
    halfWidthOf(expected, effectiveSize([{ records, inspected }]), confidence) <= halfWidth;
  return { size: smallest(1, records, narrow) };
}

/** The smallest inspection whose bound holds with as many wrong labels as are to be expected in it. */
function forBound(
  records: number,
  { atLeast, expected = 1 }: Extract<SamplingGoal, { atLeast: number }>,
  confidence: number,
): Wanted {
  const sizeFor = (wrong: number) =>
    smallest(Math.max(1, wrong), records, (inspected) => {
      const effective = effectiveSize([{ records, inspected }]);
      const share = 1 - wrong / inspected;
      return (
        (effective === Number.POSITIVE_INFINITY
          ? share
          : lowerBound(share * effective, effective, confidence)) >= atLeast
      );
    });
  const most = Math.floor(records * (1 - atLeast) + 1e-9);
  const mostWrong = smallest(0, most, (wrong) => sizeFor(wrong) * (1 - expected) <= wrong + 1e-9);
  return { size: sizeFor(mostWrong), mostWrong };
}

/** The first whole number from `low` to `high` for which `holds`, which then holds for all greater ones; `high` where none does. */
function smallest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

function requireSense(records: number, goal: SamplingGoal, confidence: number): void {
  const isShare = (value: number) => value > 0 && value < 1;
  const wanted = 'halfWidth' in goal ? goal.halfWidth : goal.atLeast;
  const { expected } = goal;
  const wrong =
    records < 1
      ? { en: 'there is no record with a label', zh: '没有带标签的记录' }
      : !isShare(confidence)
        ? { en: `a confidence of ${confidence}`, zh: `置信水平 ${confidence}` }
        : !isShare(wanted) || ('halfWidth' in goal && wanted > 0.5)
          ? { en: `a goal of ${wanted}`, zh: `目标 ${wanted}` }
          : expected !== undefined && !(expected >= 0 && expected <= 1)
            ? { en: `an expected share of ${expected}`, zh: `预期比例 ${expected}` }
            : 'atLeast' in goal && expected !== undefined && expected <= goal.atLeast
              ? {
                  en: `an expected share of ${expected}, which is not above the bound ${goal.atLeast}`,
                  zh: `预期比例 ${expected} 不高于下限 ${goal.atLeast}`,
                }
              : undefined;
  if (!wrong) return;
  throw new ZhujiError(
    'invalid_argument',
    { en: `No inspection can be planned: ${wrong.en}.`, zh: `无法制定抽检方案：${wrong.zh}。` },
    {
      recovery: {
        en: 'Shares and confidence lie between 0 and 1, a half width below 0.5, the expected share above the bound.',
        zh: '比例与置信水平应介于 0 与 1 之间，半宽小于 0.5，预期比例高于下限。',
      },
    },
  );
}
