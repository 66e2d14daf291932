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

describe('types that JSON does not have', () => {
  test('times without a zone, times of day and values that are not finite can be asked for', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 't.csv');
    await writeFile(file, 'at,clock,v\n2024-01-01 08:00:00,08:00,inf\n2024-01-02 09:30:00.25,23:59:59,2.5\n');
    const [table] = await importTables(file, folder);
    if (!table) throw new Error('nothing was imported');
    const engine = openTableEngine([
      { dataset: 'd', hash: 'h', recordSet: 't', parquet: table.parquet, fields: fieldsOf(table) },
    ]);
    const ask = (field: string, op: '=' | '>', value: string) =>
      engine.query({ ...light, select: [], where: [{ field, op, value }] });
    expect((await ask('at', '=', '2024-01-01T08:00')).rows).toEqual([
      ['2024-01-01T08:00:00', '08:00:00', 'Infinity'],
    ]);
    expect((await ask('at', '>', '2024-01-02')).rows).toEqual([['2024-01-02T09:30:00.25', '23:59:59', 2.5]]);
    expect((await ask('clock', '>', '12:00')).rowNumbers).toEqual([2]);
    expect((await ask('v', '=', 'Infinity')).rowNumbers).toEqual([1]);
    const { rows } = await engine.query({
      ...light,
      select: [
        { aggregate: 'sd', field: 'v' },
        { aggregate: 'max', field: 'v' },
        { aggregate: 'min', field: 'at' },
      ],
    });
    expect(rows).toEqual([['NaN', 'Infinity', '2024-01-01T08:00:00']]);
    await engine.close();
  });
});

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
