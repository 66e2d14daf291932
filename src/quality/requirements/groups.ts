import type { Cell } from '../../workspace/index.ts';
import type { Place } from './answer.ts';

export interface GroupCounts {
  readonly groups: number;
  /** The smallest, ten at most, with the fewest first. */
  readonly smallest: readonly { readonly value: Cell; readonly count: number }[];
  readonly largest: number;
}

/** Records of each value of a field, as far as a demand for so many of each needs them. */
export async function groupCounts({ table, facts }: Place): Promise<GroupCounts> {
  const question = (descending: boolean, limit: number) =>
    table.ask({
      select: [{ field: facts.field.id }, { aggregate: 'count' }],
      where: [{ field: facts.field.id, op: 'is_present' }],
      order: [{ by: { aggregate: 'count' }, descending }],
      limit,
    });
  const [few, many] = [await question(false, 10), await question(true, 1)];
  return {
    groups: few.total,
    smallest: few.rows.map(([value = null, count]) => ({ value, count: Number(count) })),
    largest: Number(many.rows[0]?.[1] ?? 0),
  };
}
