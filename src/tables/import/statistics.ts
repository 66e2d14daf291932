import type { FieldStatistics, FieldType } from '../../workspace/index.ts';
import type { Session, SqlValue } from '../session.ts';
import { identifier, pathLiteral } from '../sql.ts';

const batch = 500;

interface Shape {
  readonly id: string;
  readonly type: FieldType;
}

const isNumber = (type: FieldType): boolean => type === 'integer' || type === 'number';
const isOrdered = (type: FieldType): boolean => type === 'date' || type === 'datetime' || type === 'time';

/** Missing, distinct, smallest, largest, mean, sample standard deviation; the last four over finite values. */
function expressions({ id, type }: Shape): string[] {
  const column = identifier(id);
  const finite = type === 'number' ? ` FILTER (isfinite(${column}))` : '';
  const text = `regexp_replace(replace(CAST(EXTREME AS VARCHAR), ' ', 'T'), '\\+00$', 'Z')`;
  return [
    `count(*) - count(${column})`,
    `count(DISTINCT ${column})`,
    ...(isNumber(type)
      ? [
          `CAST(min(${column})${finite} AS DOUBLE)`,
          `CAST(max(${column})${finite} AS DOUBLE)`,
          `avg(${column})${finite}`,
          `stddev_samp(CAST(${column} AS DOUBLE))${finite}`,
        ]
      : isOrdered(type)
        ? [
            text.replace('EXTREME', `min(${column})`),
            text.replace('EXTREME', `max(${column})`),
            'NULL',
            'NULL',
          ]
        : ['NULL', 'NULL', 'NULL', 'NULL']),
  ];
}

const present = <K extends string>(key: K, value: SqlValue | undefined): Record<string, number | string> =>
  (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'string' ? { [key]: value } : {};

/** Exact statistics of every column of a Parquet file; `count` is the number of rows. */
export async function columnStatistics(
  session: Session,
  parquet: string,
  shapes: readonly Shape[],
): Promise<{ rows: number; statistics: FieldStatistics[] }> {
  const source = `read_parquet(${pathLiteral(parquet)})`;
  const [first] = await session.all(`SELECT count(*) FROM ${source}`);
  const rows = Number(first?.[0] ?? 0);
  const statistics: FieldStatistics[] = [];
  for (let from = 0; from < shapes.length; from += batch) {
    const part = shapes.slice(from, from + batch);
    const [row = []] = await session.all(`SELECT ${part.flatMap(expressions).join(', ')} FROM ${source}`);
    for (const index of part.keys()) {
      const [missing, distinct, min, max, mean, sd] = row.slice(index * 6, index * 6 + 6);
      statistics.push({
        count: rows,
        missing: Number(missing ?? 0),
        distinct: Number(distinct ?? 0),
        ...present('min', min),
        ...present('max', max),
        ...present('mean', mean),
        ...present('sd', sd),
      });
    }
  }
  return { rows, statistics };
}
