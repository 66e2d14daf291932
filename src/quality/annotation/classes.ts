import type { Value } from '../../methods/agreement/index.ts';
import { votesOf } from './items.ts';
import type { LabelTable } from './label-table.ts';

export interface ClassAgreement {
  readonly label: Value;
  /** Times it was given. */
  readonly labels: number;
  /**
   * Where one annotator gave it, the share of the others of that item who gave it too (proportion of specific agreement:
   * D. V. Cicchetti, A. R. Feinstein, J. Clin. Epidemiol. 43 (1990) 551–558); `null` where nobody else labelled such an item.
   */
  readonly specific: number | null;
  /** Krippendorff's nominal alpha of this class against all others; `null` where it is not defined. */
  readonly alpha: number | null;
}

/** Agreement on each class, the most frequent first. */
export function classAgreement({ items }: LabelTable): ClassAgreement[] {
  const all = new Map<
    Value,
    { given: number; paired: number; equal: number; possible: number; within: number }
  >();
  let paired = 0;
  for (const item of items) {
    const count = item.labels.length;
    if (count >= 2) paired += count;
    for (const [label, votes] of votesOf(item)) {
      const sums = all.get(label) ?? { given: 0, paired: 0, equal: 0, possible: 0, within: 0 };
      sums.given += votes;
      if (count >= 2) {
        sums.paired += votes;
        sums.equal += votes * (votes - 1);
        sums.possible += votes * (count - 1);
        sums.within += (2 * votes * (count - votes)) / (count - 1);
      }
      all.set(label, sums);
    }
  }
  return [...all]
    .map(([label, { given, paired: own, equal, possible, within }]) => {
      const expected = (2 * own * (paired - own)) / (paired - 1);
      return {
        label,
        labels: given,
        specific: possible > 0 ? equal / possible : null,
        alpha: expected > 0 ? 1 - within / expected : null,
      };
    })
    .sort((a, b) => b.labels - a.labels || (String(a.label) < String(b.label) ? -1 : 1));
}
