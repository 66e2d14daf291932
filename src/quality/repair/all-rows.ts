import type { DatasetEntry, QueryOptions, TableEngine } from '../../workspace/index.ts';
import { countOf, type RowSet, rowSet, union } from '../facts/rows.ts';
import type { Remedy } from './change.ts';
import { comparedFields } from './source-row.ts';

/** Records of one query; an engine may refuse more. */
const page = 100_000;

/**
 * A remedy with all of its records, where the examination did not name each: what its query shows, as long as these are as many as
 * the finding counts; of repeats, those beyond what an engine names at once.
 */
export async function withAllRows(
  tables: TableEngine,
  entry: DatasetEntry,
  remedy: Remedy,
  options: QueryOptions = {},
): Promise<Remedy> {
  const { affected, finding, repair } = remedy;
  if (repair.action === 'drop_repeats' && affected && countOf(affected) < finding.count) {
    return { ...remedy, affected: await allRepeats(tables, entry, remedy, affected, options) };
  }
  return affected ? remedy : { ...remedy, affected: await shownRows(tables, remedy, options) };
}

async function shownRows(
  tables: TableEngine,
  { finding: { query, count } }: Remedy,
  options: QueryOptions,
): Promise<RowSet | undefined> {
  if (!query || query.select.some(({ aggregate }) => aggregate)) return undefined;
  // A stretch may be shown with what lies around it.
  if (query.where.some(({ field, op }) => field === 'row' && op === 'between')) return undefined;
  const order = [{ by: { field: 'row' }, descending: false }];
  const rows: number[] = [];
  do {
    const part = { ...query, select: [{ field: 'row' }], order, limit: page, offset: rows.length };
    const { rowNumbers, total } = await tables.query(part, options);
    if (total !== count || !rowNumbers || rowNumbers.length === 0) return undefined;
    for (const row of rowNumbers) rows.push(row);
  } while (rows.length < count);
  return rowSet(rows);
}

async function allRepeats(
  tables: TableEngine,
  entry: DatasetEntry,
  { recordSet }: Remedy,
  named: RowSet,
  options: QueryOptions,
): Promise<RowSet> {
  const fields = comparedFields(entry, recordSet);
  let known = named;
  for (;;) {
    const rows = known.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, n) => first + n),
    );
    const rest = tables.without(entry.id, recordSet.id, rows);
    const { rows: more } = await rest.repeats(entry.id, recordSet.id, fields, options);
    if (more.length === 0) return known;
    known = union(known, rowSet(more));
  }
}
