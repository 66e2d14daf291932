import type { Condition } from '../../workspace/index.ts';
import { seriesFields } from './pass.ts';
import type { TableFacts } from './types.ts';

/** Conditions that let through the records of one series, between two rows. */
export async function seriesRecords(
  table: TableFacts,
  firstRow: number,
  from: number,
  to: number,
): Promise<readonly Condition[]> {
  const { groups } = seriesFields(table.recordSet);
  const between: Condition = { field: 'row', op: 'between', value: [from, to] };
  if (groups.length === 0) return [between];
  const { rows } = await table.ask({
    select: groups.map((field) => ({ field })),
    where: [{ field: 'row', op: '=', value: firstRow }],
    limit: 1,
  });
  const cells = rows[0] ?? [];
  const same = groups.map((field, place): Condition => {
    const value = cells[place];
    return value === null || value === undefined ? { field, op: 'is_missing' } : { field, op: '=', value };
  });
  return [...same, between];
}
