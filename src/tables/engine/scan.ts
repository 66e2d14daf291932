import type { DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import { DuckDBDoubleVector } from '@duckdb/node-api';
import type { Batch, Field, ScanRequest } from '../../workspace/index.ts';
import { identifier, pathLiteral, rowNumber } from '../sql.ts';
import { stored } from './condition.ts';
import { type EngineTable, findField } from './engine-table.ts';

/**
 * A field as a double, NaN where it is missing or not finite; see `Batch`. A remainder by infinity is the number itself,
 * or NaN of an infinite one: a condition would name the column twice, which takes DuckDB long to plan for thousands.
 */
function asNumber(field: Field): string {
  const column = stored(field);
  const orNaN = (sql: string): string => `coalesce(${sql}, 'NaN'::DOUBLE)`;
  switch (field.type) {
    case 'integer':
      return orNaN(`${column}::DOUBLE`);
    case 'number':
      return orNaN(`${column}::DOUBLE % 'Infinity'::DOUBLE`);
    case 'boolean':
      return orNaN(`${column}::TINYINT::DOUBLE`);
    case 'date':
    case 'datetime':
      return `CASE WHEN isfinite(${column}) THEN epoch_us(${column}) / 1000.0 ELSE 'NaN'::DOUBLE END`;
    case 'time':
      return orNaN(`epoch_us(${column}) / 1000.0`);
    case 'string':
    case 'structure':
      return `CASE WHEN ${column} IS NULL THEN 'NaN'::DOUBLE ELSE (hash(${column}) >> 11)::DOUBLE END`;
  }
}

/** Rows that no statement sees, as a condition; `''` where there are none. */
export function heldOut(without: readonly number[]): string {
  return without.length > 0 ? `${rowNumber} NOT IN (SELECT unnest([${without.join(', ')}]))` : '';
}

/** Errors: `not_found`. */
export function compileScan(request: ScanRequest, table: EngineTable, without: readonly number[]): string {
  const { fields, texts = [], oneIn = 1, order = [] } = request;
  const columns = [
    `${rowNumber}::DOUBLE`,
    ...fields.map((id) => asNumber(findField(table, id))),
    ...texts.map((id) => `${stored(findField(table, id))}::VARCHAR`),
  ];
  const conditions = [
    heldOut(without),
    oneIn > 1 ? `hash(file_row_number) % ${Math.round(oneIn)} = 0` : '',
  ].filter((one) => one !== '');
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const by = order.map((id) => `${stored(findField(table, id))} ASC NULLS LAST`);
  const sorted = by.length > 0 ? ` ORDER BY ${[...by, 'file_row_number'].join(', ')}` : '';
  return (
    `SELECT ${columns.join(', ')} FROM read_parquet(${pathLiteral(table.parquet)}, file_row_number = true)` +
    `${where}${sorted}`
  );
}

function numbersOf(vector: DuckDBVector): Float64Array {
  if (!(vector instanceof DuckDBDoubleVector)) throw new TypeError('a scanned column is no double');
  // `items` is public at run time; reading cell by cell costs ten times as much.
  const { items } = vector as unknown as { readonly items: Float64Array };
  return items;
}

/** A chunk of {@link compileScan}'s statement. */
export function batchOf(chunk: DuckDBDataChunk, fields: number, texts: number): Batch {
  const vector = (place: number): DuckDBVector => chunk.getColumnVector(place);
  return {
    rows: numbersOf(vector(0)),
    columns: Array.from({ length: fields }, (_, place) => numbersOf(vector(1 + place))),
    texts: Array.from(
      { length: texts },
      (_, place) => vector(1 + fields + place).toArray() as (string | null)[],
    ),
  };
}

/** Records that repeat an earlier one, as two statements: how many by their hashes, and which by their values. */
export function compileRepeats(
  table: EngineTable,
  fields: readonly string[],
  without: readonly number[],
): { readonly count: string; readonly rows: string } {
  const columns = fields.map((id) => stored(findField(table, id)));
  const hash = hashOf(columns);
  const conditions = [
    `(${columns.map((column) => `${column} IS NOT NULL`).join(' OR ')})`,
    ...(without.length > 0 ? [heldOut(without)] : []),
  ];
  const from =
    `FROM read_parquet(${pathLiteral(table.parquet)}, file_row_number = true) ` +
    `WHERE ${conditions.join(' AND ')}`;
  const key = identifier('zhuji hash');
  const place = identifier('zhuji row');
  const hashed = `SELECT *, ${rowNumber} AS ${place}, ${hash} AS ${key} ${from}`;
  return {
    count: `SELECT count(*), count(DISTINCT ${hash}) ${from}`,
    rows:
      `WITH twice AS (SELECT ${hash} AS h ${from} GROUP BY h HAVING count(*) > 1), ` +
      `numbered AS (SELECT ${place}, row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY ${place}) AS n ` +
      `FROM (${hashed}) WHERE ${key} IN (SELECT h FROM twice)) ` +
      `SELECT ${place}, count(*) OVER () FROM numbered WHERE n > 1 ORDER BY ${place} LIMIT 100000`,
  };
}

/** Arguments of one call: thousands of them make a statement slow to plan. */
const hashedAtOnce = 64;

function hashOf(columns: readonly string[]): string {
  if (columns.length <= hashedAtOnce) return `hash(${columns.join(', ')})`;
  const parts: string[] = [];
  for (let first = 0; first < columns.length; first += hashedAtOnce) {
    parts.push(`hash(${columns.slice(first, first + hashedAtOnce).join(', ')})`);
  }
  return hashOf(parts);
}
