import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTables, openTableEngine } from '../../src/tables/index.ts';
import type { TableEngine } from '../../src/workspace/index.ts';
import { fieldsOf, temporaryFolder } from './read.ts';
import { type SuiteTable, testTableEngine } from './table-engine.suite.ts';

async function parquetOf(table: SuiteTable): Promise<string> {
  const folder = await temporaryFolder();
  const file = join(folder, 'source.ndjson');
  const isDigits = (value: unknown): boolean => typeof value === 'string' && /^\d+$/.test(value);
  const lines = table.rows.map((row) => {
    const members = table.fields.map(
      ({ id }, i) => `${JSON.stringify(id)}: ${isDigits(row[i]) ? row[i] : JSON.stringify(row[i] ?? null)}`,
    );
    return `{${members.join(', ')}}`;
  });
  await writeFile(file, lines.join('\n'));
  const [imported] = await importTables(file, folder, { id: table.recordSet });
  if (!imported) throw new Error('nothing was imported');
  expect(imported.columns.map(({ id, type }) => [id, type])).toEqual(
    table.fields.map(({ id, type }) => [id, type]),
  );
  return imported.parquet;
}

testTableEngine('DuckDB', async (tables) =>
  openTableEngine(
    await Promise.all(
      tables.map(async ({ dataset, hash, recordSet, fields, ...rest }) => ({
        dataset,
        hash,
        recordSet,
        fields,
        parquet: await parquetOf({ dataset, hash, recordSet, fields, ...rest }),
      })),
    ),
  ),
);

/** A table whose cross product keeps the engine busy for long. */
async function busyEngine(timeout: number): Promise<TableEngine> {
  const folder = await temporaryFolder();
  const file = join(folder, 'busy.csv');
  const lines = Array.from({ length: 200_000 }, (_, index) => `${(index * 7919) % 200_003},x${index}`);
  await writeFile(file, `number,text\n${lines.join('\n')}\n`);
  const [table] = await importTables(file, folder);
  if (!table) throw new Error('nothing was imported');
  return openTableEngine(
    [{ dataset: 'd', hash: 'h', recordSet: 'busy', parquet: table.parquet, fields: fieldsOf(table) }],
    { timeout, threads: 1, connections: 2 },
  );
}

const heavy = {
  dataset: 'd',
  select: [
    { field: 'text' },
    { aggregate: 'median', field: 'number' },
    { aggregate: 'count_distinct', field: 'text' },
  ],
  where: [],
  order: [],
  limit: 10,
  offset: 0,
} as const;
const light = { ...heavy, select: [{ aggregate: 'count' }] } as const;

describe('long queries', () => {
  test('are stopped after their time, and the next one is not', async () => {
    const engine = await busyEngine(20);
    await engine.query({ ...light }).catch(() => undefined);
    await expect(engine.query({ ...heavy })).rejects.toMatchObject({ code: 'timeout' });
    await engine.close();
    const patient = await busyEngine(60_000);
    expect((await patient.query({ ...light })).rows).toEqual([[200_000]]);
    await patient.close();
  });

  test('are stopped by a signal while they run', async () => {
    const engine = await busyEngine(60_000);
    await engine.query({ ...light });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    await expect(engine.query({ ...heavy }, { signal: controller.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect((await engine.query({ ...light })).rows).toEqual([[200_000]]);
    await engine.close();
  });
});

describe('a table that cannot be read', () => {
  test('is said to be stale, with what to do, and no path or statement in the message', async () => {
    const engine = openTableEngine([
      { dataset: 'd', hash: 'h', recordSet: 'r', parquet: '/nowhere/r.parquet', fields: [] },
    ]);
    const error = await engine.query({ ...light }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'stale' });
    expect(String(error)).not.toMatch(/nowhere|SELECT/);
    await engine.close();
  });

  test('closing twice, or an engine that was never used, is no error', async () => {
    const engine = openTableEngine([]);
    await engine.close();
    await engine.close();
  });
});
