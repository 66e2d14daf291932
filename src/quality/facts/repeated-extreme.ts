import type { Condition, TableQuery } from '../../workspace/index.ts';
import type { Fence } from './fence.ts';
import type { FieldFacts, TableFacts } from './types.ts';

export interface RepeatedExtreme {
  readonly value: number;
  readonly count: number;
  /** At most ten source rows. */
  readonly rows: readonly number[];
  readonly query: TableQuery;
}

/** What loggers write for "missing": nines alone, and the ends of 16-bit integers. A steel's 1.85 % of manganese is none. */
const missingCode = /^(-9{2,}|9{3,})(\.9+)?$|^(-?32767|-32768|65535)$/;

/**
 * A code for "missing" beyond `fence` that occurs `repeated_extreme` times or more and stands alone: no other value is
 * nearer to it than half the width of the fence. The more frequent one where there is one on each side.
 */
export async function repeatedExtremeOf(
  table: TableFacts,
  { field: { id: field } }: FieldFacts,
  fence: Fence,
): Promise<RepeatedExtreme | undefined> {
  const extremes: RepeatedExtreme[] = [];
  const sides: readonly Condition[] = [
    { field, op: '<', value: fence.low },
    { field, op: '>', value: fence.high },
  ];
  for (const side of sides) {
    const { rows } = await table.ask({
      select: [{ field }, { aggregate: 'count' }],
      where: [side],
      order: [{ by: { aggregate: 'count' }, descending: true }],
      limit: 1,
    });
    const [value, count] = [Number(rows[0]?.[0]), Number(rows[0]?.[1] ?? 0)];
    if (count < table.thresholds.repeated_extreme || !missingCode.test(String(value))) continue;
    const neighbour = async (op: '<' | '>', aggregate: 'max' | 'min'): Promise<number> => {
      const found = await table.ask({
        select: [{ field, aggregate }],
        where: [{ field, op, value }],
        limit: 1,
      });
      const cell = found.rows[0]?.[0];
      return cell == null ? Number.POSITIVE_INFINITY : Math.abs(Number(cell) - value);
    };
    const gap = Math.min(await neighbour('<', 'max'), await neighbour('>', 'min'));
    if (gap <= (fence.high - fence.low) / 2) continue;
    const where: Condition[] = [{ field, op: '=', value }];
    const { rowNumbers } = await table.ask({ select: [{ field }], where });
    extremes.push({
      value,
      count,
      rows: (rowNumbers ?? []).slice(0, 10),
      query: table.question({ where }),
    });
  }
  return extremes.toSorted((a, b) => b.count - a.count)[0];
}
