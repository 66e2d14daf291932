import { rm } from 'node:fs/promises';
import { type DuckDBConnection, DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { type FieldType, ZhujiError } from '../../workspace/index.ts';
import { createDatabase, runOn, type SqlRow, type SqlValue } from '../session.ts';
import { identifier, literal } from '../sql.ts';
import { namesToWrite } from './column-names.ts';

export interface FieldToWrite {
  readonly id: string;
  /** Name in the source, unit included. */
  readonly name: string;
  readonly type: FieldType;
}

/** Texts column by column, as `Batch` gives them. */
export type TextColumns = readonly (readonly (string | null)[])[];

export interface WriteOptions {
  /** Fields to sort by, ascending, missing last, ties as they come. */
  readonly order?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Types that hold what a field's texts say, the usual one first. */
const sqlTypes: Record<FieldType, readonly string[]> = {
  integer: ['BIGINT', 'DECIMAL(38, 0)'],
  number: ['DOUBLE'],
  boolean: ['BOOLEAN'],
  string: ['VARCHAR'],
  date: ['DATE'],
  datetime: ['TIMESTAMP', 'TIMESTAMPTZ'],
  time: ['TIME'],
  structure: ['JSON', 'VARCHAR'],
};

/** Most rows of a chunk. */
const chunkSize = 2048;

type Run = (sql: string) => Promise<SqlRow[]>;

function cannotCarry({ id, type }: FieldToWrite, text: string): ZhujiError {
  return new ZhujiError(
    'unsupported_format',
    {
      en: `"${text}" of the field "${id}" cannot be written as ${type} without a change.`,
      zh: `字段“${id}”的值“${text}”无法原样写为 ${type}。`,
    },
    { details: { field: id, type } },
  );
}

/**
 * The first type that gives every text of the column back. Numbers may be spelt otherwise, e.g. `1e-7` for `1e-07`.
 * Errors: `unsupported_format`.
 */
async function typeOf(run: Run, field: FieldToWrite, text: string): Promise<string> {
  let odd: SqlValue | undefined;
  for (const type of sqlTypes[field.type]) {
    const cast = `TRY_CAST(${text} AS ${type})`;
    const back = field.type === 'number' ? `${cast} IS NULL` : `${cast}::VARCHAR IS DISTINCT FROM ${text}`;
    const [first] = await run(`SELECT ${text} FROM texts WHERE ${text} IS NOT NULL AND ${back} LIMIT 1`);
    if (!first) return type;
    odd ??= first[0];
  }
  throw cannotCarry(field, String(odd));
}

/**
 * Writes texts as a Parquet file with the fields' types, so that reading it gives the same fields. A text that would come back as
 * another one is refused. What does not fit into memory lies beside the file meanwhile.
 * Errors: `unsupported_format` (a text that is none of the type), `cancelled`, and those of `batches`.
 */
export async function writeParquet(
  file: string,
  fields: readonly FieldToWrite[],
  batches: AsyncIterable<TextColumns>,
  { order = [], signal }: WriteOptions = {},
): Promise<void> {
  const aside = `${file}.aside`;
  const database = await createDatabase();
  const connection = await database.connect();
  const run: Run = (sql) => runOn(connection, sql, [], { signal });
  try {
    await run(`SET temp_directory = ${literal(aside)}`);
    await run("SET TimeZone = 'UTC'");
    await run(`CREATE TABLE texts (${fields.map((_, place) => `c${place} VARCHAR`).join(', ')})`);
    await append(connection, fields.length, batches);
    const types: string[] = [];
    for (const [place, field] of fields.entries()) types.push(await typeOf(run, field, `c${place}`));
    const cast = (place: number): string => `CAST(c${place} AS ${types[place]})`;
    const names = namesToWrite(fields);
    const columns = fields.map((_, place) => `${cast(place)} AS ${identifier(names[place] ?? '')}`);
    const keys = order.map((id) => `${cast(fields.findIndex((field) => field.id === id))} NULLS LAST`);
    await run(
      `COPY (SELECT ${columns.join(', ')} FROM texts ORDER BY ${[...keys, 'rowid'].join(', ')}) ` +
        `TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    connection.closeSync();
    database.closeSync();
    await rm(aside, { recursive: true, force: true });
  }
}

async function append(
  connection: DuckDBConnection,
  width: number,
  batches: AsyncIterable<TextColumns>,
): Promise<void> {
  const appender = await connection.createAppender('texts');
  try {
    for await (const columns of batches) {
      const size = columns[0]?.length ?? 0;
      for (let from = 0; from < size; from += chunkSize) {
        const to = Math.min(size, from + chunkSize);
        const chunk = DuckDBDataChunk.create(new Array(width).fill(VARCHAR), to - from);
        chunk.setColumns(columns.map((column) => column.slice(from, to)));
        appender.appendDataChunk(chunk);
      }
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}
