import { type ResultColumn, type Selection, type TableQuery, ZhujiError } from '../../workspace/index.ts';
import type { SqlValue } from '../session.ts';
import { pathLiteral, rowNumber } from '../sql.ts';
import { compileAggregate, type Term } from './aggregate.ts';
import { compileCondition, type Fragment, stored } from './condition.ts';
import { type EngineTable, findField } from './engine-table.ts';

export interface CompiledQuery {
  /** One row a record, its number last; or one row a group. */
  readonly rows: Fragment;
  /** One row: source records that pass, and groups. */
  readonly counts: Fragment;
  readonly columns: readonly ResultColumn[];
  readonly aggregated: boolean;
}

/** The most records that one query may give. */
export const rowLimit = 100_000;

function invalid(en: string, zh: string): ZhujiError {
  return new ZhujiError('invalid_argument', { en, zh });
}

function term(table: EngineTable, selection: Selection): Term {
  const field = selection.field === undefined ? undefined : findField(table, selection.field);
  if (selection.aggregate !== undefined) return compileAggregate(selection.aggregate, field);
  if (!field)
    throw invalid('A selection names neither a field nor an aggregate.', '选择项既无字段也无聚合。');
  return { name: field.id, sql: stored(field), type: field.type, unit: field.unit };
}

/** Dates and times as ISO 8601 text. The time zone of the connection is UTC. */
function served({ sql, type }: Term): string {
  if (type === 'date') return `strftime(${sql}, '%Y-%m-%d')`;
  if (type === 'time') return `CAST(${sql} AS VARCHAR)`;
  if (type !== 'datetime') return sql;
  return `regexp_replace(replace(CAST(${sql} AS VARCHAR), ' ', 'T'), '\\+00(:00)?$', 'Z')`;
}

function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((one) => [one.name, one])).values()];
}

function within(value: number, name: string, most: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw invalid(`"${name}" must be an integer from 0 to ${most}.`, `“${name}”必须是 0 到 ${most} 的整数。`);
}

function orderBy(
  query: TableQuery,
  table: EngineTable,
  groups: readonly Term[],
  aggregated: boolean,
): string {
  const wanted = query.order.map(({ by, descending }) => {
    const one = term(table, by);
    if (by.aggregate !== undefined && !aggregated) {
      throw invalid(
        `Records cannot be ordered by the aggregate ${one.name} unless aggregates are selected.`,
        `未选择聚合时不能按聚合 ${one.name} 排序。`,
      );
    }
    if (aggregated && by.aggregate === undefined && !groups.some(({ name }) => name === one.name)) {
      throw invalid(
        `Groups cannot be ordered by "${one.name}": select it too, or order by an aggregate of it.`,
        `不能按“${one.name}”对分组排序：请同时选择该字段，或按其聚合排序。`,
      );
    }
    return `${one.sql} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;
  });
  const ties = aggregated ? groups.map(({ sql }) => `${sql} ASC NULLS LAST`) : ['file_row_number'];
  const all = [...wanted, ...ties];
  return all.length > 0 ? ` ORDER BY ${all.join(', ')}` : '';
}

/**
 * A structured query as two statements with parameters. Fields are those of the table, quoted; nothing of the query
 * gets into the text but through them. `without` holds 1-based row numbers that no statement sees.
 * Errors: `not_found`, `invalid_argument`.
 */
export function compileQuery(
  query: TableQuery,
  table: EngineTable,
  without: readonly number[],
): CompiledQuery {
  const selected =
    query.select.length > 0 ? query.select : table.fields.map((field): Selection => ({ field: field.id }));
  const terms = unique(selected.map((one) => term(table, one)));
  const aggregated = selected.some((one) => one.aggregate !== undefined);
  const groups = unique(selected.filter((one) => one.aggregate === undefined).map((one) => term(table, one)));

  const conditions = query.where.map((one) => compileCondition(findField(table, one.field), one));
  if (without.length > 0) {
    conditions.push({ sql: `${rowNumber} NOT IN (SELECT unnest([${without.join(', ')}]))`, values: [] });
  }
  const where =
    conditions.length > 0 ? ` WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}` : '';
  const values: SqlValue[] = conditions.flatMap((one) => [...one.values]);
  const from = ` FROM read_parquet(${pathLiteral(table.parquet)}, file_row_number = true)${where}`;
  const grouping =
    aggregated && groups.length > 0 ? ` GROUP BY ${groups.map(({ sql }) => sql).join(', ')}` : '';
  const limit = within(query.limit, 'limit', rowLimit);
  const offset = within(query.offset, 'offset', Number.MAX_SAFE_INTEGER);

  const list = terms.map(served);
  if (!aggregated) list.push(rowNumber);
  const order = orderBy(query, table, groups, aggregated);
  const counted = grouping
    ? `SELECT coalesce(sum(n), 0)::BIGINT, count(*) FROM (SELECT count(*) AS n${from}${grouping})`
    : `SELECT count(*), ${aggregated ? '1' : 'count(*)'}${from}`;
  return {
    rows: {
      sql: `SELECT ${list.join(', ')}${from}${grouping}${order} LIMIT ${limit} OFFSET ${offset}`,
      values,
    },
    counts: { sql: counted, values },
    columns: terms.map(({ name, type, unit }) => ({ name, type, unit })),
    aggregated,
  };
}
