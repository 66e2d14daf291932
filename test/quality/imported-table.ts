import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import { importTables, openTableEngine } from '../../src/tables/index.ts';
import type { FieldRole } from '../../src/workspace/index.ts';
import { describedDataset } from './made-dataset.ts';

/** A file as the dataset `made` with the one record set `records`, and with the roles that a publisher would declare. */
export async function importedTable(file: string, roles: Readonly<Record<string, FieldRole>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-imported-'));
  const [table] = await importTables(file, folder, { id: 'records' });
  if (!table) throw new Error(`${file} holds no table`);
  const fields = table.columns.map((column) => ({
    ...column,
    description: {},
    role: roles[column.id] ?? null,
  }));
  const entry = describedDataset({ recordSets: [{ id: 'records', title: {}, rows: table.rows, fields }] });
  const tables = openTableEngine([
    { dataset: entry.id, hash: entry.hash, recordSet: 'records', parquet: table.parquet, fields },
  ]);
  onTestFinished(async () => {
    await tables.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { catalog: createCatalog([entry]), tables, rows: table.rows };
}
