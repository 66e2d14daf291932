import type { Cell, QueryResult, Selection, TableQuery } from '../../workspace/index.ts';
import type { ColumnSummary } from '../types.ts';
import type { EngineTable } from './engine-table.ts';

type Summaries = ReadonlyMap<string, ColumnSummary>;

const known = new WeakMap<EngineTable, Summaries>();

function summariesOf(table: EngineTable): Summaries {
  const found = known.get(table) ?? new Map(table.summary?.columns.map((column) => [column.id, column]));
  known.set(table, found);
  return found;
}

/** Numbers that a summary, which holds doubles, and the engine write alike. */
const isAlike = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;

function cellOf({ field, aggregate }: Selection, table: EngineTable, summaries: Summaries): Cell | undefined {
  if (field === undefined) return aggregate === 'count' ? table.summary?.rows : undefined;
  const summary = summaries.get(field);
  const type = table.fields.find(({ id }) => id === field)?.type;
  if (!summary) return undefined;
  switch (aggregate) {
    case 'count':
      return summary.count - summary.missing;
    case 'count_distinct':
      return summary.distinct;
    case 'min':
    case 'max':
    case 'mean':
    case 'sd': {
      if (!summary.finite || !(type === 'integer' || type === 'number')) return undefined;
      const value = summary[aggregate];
      return isAlike(value) ? value : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The one row of a question for counts and summaries of all records, where these were taken when the table was written; `undefined`
 * where the records must be read.
 */
export function summarised(
  { select, where, limit, offset }: TableQuery,
  table: EngineTable,
): Pick<QueryResult, 'rows' | 'matched' | 'total'> | undefined {
  if (!table.summary || where.length > 0 || select.length === 0 || limit < 1 || offset > 0) return undefined;
  const summaries = summariesOf(table);
  const row: Cell[] = [];
  const names = new Set<string>();
  for (const selection of select) {
    const name = `${selection.aggregate} ${selection.field}`;
    if (names.has(name)) continue;
    names.add(name);
    const cell = selection.aggregate === undefined ? undefined : cellOf(selection, table, summaries);
    if (cell === undefined) return undefined;
    row.push(cell);
  }
  return { rows: [row], matched: table.summary.rows, total: 1 };
}
