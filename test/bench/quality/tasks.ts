import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalog } from '../../../src/catalog/index.ts';
import { checkDataset } from '../../../src/quality/index.ts';
import { importTables, openTableEngine, type TableSummary } from '../../../src/tables/index.ts';
import { openSession } from '../../../src/tables/session.ts';
import { literal } from '../../../src/tables/sql.ts';
import type { DatasetEntry, Field } from '../../../src/workspace/index.ts';
import type { MadeTable } from './made-table.ts';

/** What one pass over the records, and the exact counts beside it, give. */
export const profileMeasures = [
  'value_completeness',
  'record_completeness',
  'duplicate_records',
  'identifier_uniqueness',
  'range_validity',
  'non_outliers',
  'varying_fields',
  'class_balance',
  'time_completeness',
  'time_consistency',
  'time_punctuality',
  'time_order',
] as const;

function entryOf(rows: number, fields: readonly Field[]): DatasetEntry {
  return {
    kind: 'dataset',
    id: 'line',
    title: { en: 'Line', zh: '产线' },
    description: {},
    keywords: [],
    version: '1.0.0',
    hash: 'a'.repeat(64),
    license: null,
    links: [],
    unknown: [],
    maturity: 'dataset',
    resourceType: null,
    generated: true,
    recordSets: [{ id: 'records', title: {}, rows, fields }],
    files: [],
  };
}

async function report(
  table: MadeTable,
  parquet: string,
  fields: readonly Field[],
  { only, summary }: { only?: readonly string[]; summary?: TableSummary } = {},
): Promise<{ findings: number }> {
  const entry = entryOf(table.rows, fields);
  const tables = openTableEngine([
    { dataset: 'line', hash: entry.hash, recordSet: 'records', parquet, fields, ...(summary && { summary }) },
  ]);
  try {
    const options = { catalog: createCatalog([entry]), tables, ...(only && { only }) };
    const { findings } = await checkDataset('line', options);
    return { findings: findings.length };
  } finally {
    await tables.close();
  }
}

async function summarize(source: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-bench-'));
  const session = await openSession(folder);
  try {
    await session.all(`SUMMARIZE SELECT * FROM ${source}`);
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fields as they were read, with the roles that the table was made with. */
async function importAndReport(table: MadeTable): Promise<{ findings: number; importSeconds: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-bench-'));
  try {
    const started = performance.now();
    const [imported] = await importTables(table.file, folder, { id: 'records' });
    if (!imported) throw new Error('nothing was imported');
    const importSeconds = (performance.now() - started) / 1000;
    const fields = imported.columns.map(({ id, type }): Field => {
      const made = table.fields.find((one) => one.id === id);
      if (!made) throw new Error(`the file has no column ${id}`);
      return { ...made, type };
    });
    return {
      ...(await report(table, imported.parquet, fields, { summary: imported.summary })),
      importSeconds,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is timed, each in a process of its own. */
export const tasks = {
  summarize: ({ file }: MadeTable) => summarize(`read_parquet(${literal(file)})`),
  profile: (table: MadeTable) => report(table, table.file, table.fields, { only: profileMeasures }),
  report: (table: MadeTable) => report(table, table.file, table.fields),
  'summarize-csv': ({ file }: MadeTable) => summarize(`read_csv(${literal(file)})`),
  'report-csv': importAndReport,
} as const;
export type TaskName = keyof typeof tasks;
