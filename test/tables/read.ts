import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import {
  type ImportedTable,
  type ImportOptions,
  importTables,
  openTableEngine,
} from '../../src/tables/index.ts';
import { type Cell, type Field, ZhujiError } from '../../src/workspace/index.ts';

const made: string[] = [];

/** A folder that is removed after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-tables-'));
  made.push(folder);
  return folder;
}

afterAll(async () => {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

export function fieldsOf(table: ImportedTable): Field[] {
  return table.columns.map(({ id, name, type, unit, statistics }) => ({
    id,
    name,
    description: {},
    type,
    unit,
    role: null,
    statistics,
  }));
}

export interface ReadTable extends ImportedTable {
  /** Every record, by field id, as queries give it. */
  readonly records: readonly Readonly<Record<string, Cell>>[];
}

/** Imports a file and reads every record back through the engine. */
export async function readFile(file: string, options: ImportOptions = {}): Promise<ReadTable[]> {
  const folder = await temporaryFolder();
  const tables = await importTables(file, folder, options);
  const engine = openTableEngine(
    tables.map((table) => ({
      dataset: 'd',
      hash: 'h',
      recordSet: table.id,
      parquet: table.parquet,
      fields: fieldsOf(table),
    })),
  );
  try {
    const read: ReadTable[] = [];
    for (const table of tables) {
      const result = await engine.query({
        dataset: 'd',
        recordSet: table.id,
        select: [],
        where: [],
        order: [],
        limit: 100_000,
        offset: 0,
      });
      const ids = result.columns.map(({ name }) => name);
      const records = result.rows.map((row) => Object.fromEntries(ids.map((id, i) => [id, row[i] ?? null])));
      read.push({ ...table, records });
    }
    return read;
  } finally {
    await engine.close();
  }
}

/** The one table of a file. */
export async function readOne(file: string, options: ImportOptions = {}): Promise<ReadTable> {
  const [table, ...others] = await readFile(file, options);
  if (!table || others.length > 0) throw new Error(`${file} holds ${others.length + (table ? 1 : 0)} tables`);
  return table;
}

/** The one table of a text, or of bytes, that is written to a file first. */
export async function readContent(
  content: string | Uint8Array,
  name = 'table.csv',
  options: ImportOptions = {},
): Promise<ReadTable> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return readOne(file, options);
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly recovery: string;
  readonly line: unknown;
  /** What is left in the target folder: nothing, if all is well. */
  readonly left: readonly string[];
}

/** How a file is refused. */
export async function refusalOf(file: string): Promise<Refusal> {
  const folder = await temporaryFolder();
  try {
    await importTables(file, folder);
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    return {
      code: error.code,
      message: error.message,
      recovery: error.recovery,
      line: error.details['line'],
      left: await readdir(folder),
    };
  }
  throw new Error(`${file} was not refused`);
}

export async function refusalOfContent(content: string | Uint8Array, name = 'table.csv'): Promise<Refusal> {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return refusalOf(file);
}

export const codes = (table: ImportedTable): string[] => table.notices.map(({ code }) => code);
export const types = (table: ImportedTable): string[] => table.columns.map(({ type }) => type);
