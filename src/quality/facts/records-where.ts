import type { Condition } from '../../workspace/index.ts';
import { type RowSet, rowSet } from './rows.ts';
import type { TableFacts } from './types.ts';

/** Records of one query; an engine may refuse more. */
const page = 100_000;
/** Records that are named one by one. */
const most = 1_000_000;

/** All records that satisfy the conditions: how many, their rows, and a query that shows them. */
export async function recordsWhere(table: TableFacts, where: readonly Condition[]) {
  const rows: number[] = [];
  let count = 0;
  do {
    const { matched, rowNumbers } = await table.ask({
      select: [{ field: 'row' }],
      where,
      order: [{ by: { field: 'row' }, descending: false }],
      limit: page,
      offset: rows.length,
    });
    count = matched;
    rows.push(...(rowNumbers ?? []));
    if ((rowNumbers ?? []).length === 0) break;
  } while (rows.length < Math.min(count, most));
  const affected: RowSet | undefined = rows.length === count ? rowSet(rows) : undefined;
  return { count, rows, ...(affected && { affected }), query: table.question({ where }) };
}
