import type { FieldStatistics, FieldType } from '../../workspace/index.ts';
import type { Session, SqlRow, SqlValue } from '../session.ts';
import { deviation, identifier, pathLiteral } from '../sql.ts';
import type { TableSummary } from '../types.ts';

/** Columns beyond which they are measured as a long table: a statement of many aggregates is slow to plan. */
const wide = 200;

interface Shape {
  readonly id: string;
  readonly type: FieldType;
}

const isNumber = (type: FieldType): boolean => type === 'integer' || type === 'number';
const isOrdered = (type: FieldType): boolean => type === 'date' || type === 'datetime' || type === 'time';

/** Missing, distinct, smallest, largest, mean, sample standard deviation, the last four over finite values; whether all are finite. */
function expressions({ id, type }: Shape): string[] {
  const column = identifier(id);
  const finite = type === 'number' ? `CASE WHEN isfinite(${column}) THEN ${column} END` : column;
  const text = `regexp_replace(replace(CAST(EXTREME AS VARCHAR), ' ', 'T'), '\\+00$', 'Z')`;
  return [
    `count(*) - count(${column})`,
    `count(DISTINCT ${column})`,
    ...(isNumber(type)
      ? [
          `CAST(min(${finite}) AS DOUBLE)`,
          `CAST(max(${finite}) AS DOUBLE)`,
          `avg(${finite})`,
          type === 'integer'
            ? `stddev_samp(CAST(${column} AS DOUBLE))`
            : deviation(column, 'NULL', `isfinite(${column})`),
        ]
      : isOrdered(type)
        ? [
            text.replace('EXTREME', `min(${column})`),
            text.replace('EXTREME', `max(${column})`),
            'NULL',
            'NULL',
          ]
        : ['NULL', 'NULL', 'NULL', 'NULL']),
    type === 'number' ? `coalesce(bool_and(isfinite(${column})), true)` : 'true',
  ];
}

const present = <K extends string>(key: K, value: SqlValue | undefined): Record<string, number | string> =>
  (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'string' ? { [key]: value } : {};

function toStatistics(rows: number, values: SqlRow): FieldStatistics {
  const [missing, distinct, min, max, mean, sd] = values;
  return {
    count: rows,
    missing: Number(missing ?? 0),
    distinct: Number(distinct ?? 0),
    ...present('min', min),
    ...present('max', max),
    ...present('mean', mean),
    ...present('sd', sd),
  };
}

/** All columns as texts below each other. A double is written so that it reads back as itself. */
async function measureWide(session: Session, source: string, shapes: readonly Shape[]): Promise<SqlRow[]> {
  const texts = shapes.map(({ id }) => `CAST(${identifier(id)} AS VARCHAR)`);
  const number = 'TRY_CAST(t AS DOUBLE)';
  const finite = `FILTER (isfinite(${number}))`;
  const iso = (text: string): string => `regexp_replace(replace(${text}, ' ', 'T'), '\\+00$', 'Z')`;
  const found = await session.all(
    `SELECT i, count(*) - count(t), count(DISTINCT t), min(${number}) ${finite}, max(${number}) ${finite}, ` +
      `avg(${number}) ${finite}, ${deviation(number, 'NULL', `isfinite(${number})`)}, ${iso('min(t)')}, ${iso('max(t)')} ` +
      `FROM (SELECT unnest(range(${shapes.length})) AS i, unnest([${texts.join(', ')}]) AS t FROM ${source}) GROUP BY i`,
  );
  const rows = shapes.map((): SqlRow => []);
  for (const [index, missing, distinct, min, max, mean, sd, first, last] of found) {
    const { type } = shapes[Number(index)] ?? { type: 'string' };
    const counts = [missing ?? null, distinct ?? null];
    rows[Number(index)] = isNumber(type)
      ? [...counts, min ?? null, max ?? null, mean ?? null, sd ?? null]
      : isOrdered(type)
        ? [...counts, first ?? null, last ?? null]
        : counts;
  }
  return rows;
}

/** Values that {@link expressions} gives of a column. */
const perColumn = 7;

export interface TableStatistics {
  readonly statistics: readonly FieldStatistics[];
  readonly summary: TableSummary;
}

/** Exact statistics of every column of a Parquet file; `count` is the number of rows. Of a wide one there is no summary by column. */
export async function columnStatistics(
  session: Session,
  parquet: string,
  shapes: readonly Shape[],
): Promise<TableStatistics> {
  const source = `read_parquet(${pathLiteral(parquet)})`;
  const [first] = await session.all(`SELECT count(*) FROM ${source}`);
  const rows = Number(first?.[0] ?? 0);
  if (shapes.length > wide) {
    const measured = await measureWide(session, source, shapes);
    const statistics = measured.map((values) => toStatistics(rows, values));
    return { statistics, summary: { rows, columns: [] } };
  }
  const [row = []] = await session.all(`SELECT ${shapes.flatMap(expressions).join(', ')} FROM ${source}`);
  const columns = shapes.map(({ id }, index) => {
    const values = row.slice(index * perColumn, (index + 1) * perColumn);
    return { id, ...toStatistics(rows, values), finite: values.at(-1) === true };
  });
  return {
    statistics: columns.map(({ id: _id, finite: _finite, ...statistics }) => statistics),
    summary: { rows, columns },
  };
}
