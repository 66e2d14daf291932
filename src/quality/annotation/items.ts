import type { Value } from '../../methods/agreement/index.ts';
import type { LabelledItem, LabelTable } from './label-table.ts';

export interface Majority {
  readonly item: string;
  /** Label of most annotators; `null` where several have as many. */
  readonly label: Value | null;
  readonly votes: number;
  readonly labels: number;
  /** Labels that share the first place, where there are several. */
  readonly tied: readonly Value[];
}

/** How often each label was given to an item. */
export function votesOf({ labels }: LabelledItem): Map<Value, number> {
  const votes = new Map<Value, number>();
  for (const { label } of labels) votes.set(label, (votes.get(label) ?? 0) + 1);
  return votes;
}

/** The label of most annotators of each item with one. */
export function majorities({ items }: LabelTable): Majority[] {
  return items.flatMap((item) => {
    if (item.labels.length === 0) return [];
    const votes = votesOf(item);
    const most = Math.max(...votes.values());
    const first = [...votes].filter(([, count]) => count === most).map(([label]) => label);
    const [only = null] = first;
    const tie = first.length > 1;
    return [
      {
        item: item.id,
        label: tie ? null : only,
        votes: most,
        labels: item.labels.length,
        tied: tie ? first : [],
      },
    ];
  });
}

/**
 * How far the labels of an item lie apart, from 0: share of unequal pairs; of interval and ratio scales the mean squared difference
 * of pairs, which tells the items apart and nothing else.
 */
export function disagreementOf(item: LabelledItem, table: LabelTable): number {
  const count = item.labels.length;
  if (count < 2) return 0;
  if (table.scale === 'nominal' || table.scale === 'ordinal') {
    let equal = 0;
    for (const votes of votesOf(item).values()) equal += votes * (votes - 1);
    return 1 - equal / (count * (count - 1));
  }
  const values = item.labels.map(({ label }) => Number(label));
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return (2 * values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / (count - 1);
}
