import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index.ts';
import { generalProfile, openQuality, readHistory } from '../../../src/quality/index.ts';
import type { DatasetEntry } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';
import { scenarioOf } from '../requirements/scenario.ts';

const fields = [{ id: 'a', type: 'number', role: 'measurement', unit: 'K' }] as const;

async function opened() {
  const made = await madeDataset({ fields, rows: [[1.5], [null], [3.5], [4.5]] });
  const folder = join(made.folder, 'quality');
  const open = (change: Partial<DatasetEntry> = {}, day = 1, profile = generalProfile) =>
    openQuality({
      catalog: createCatalog([{ ...made.entry, ...change }, scenarioOf({ kind: 'volume', records: 2 })]),
      tables: made.tables,
      folder,
      profile,
      clock: () => new Date(Date.UTC(2026, 0, day)),
    });
  return { ...made, folder, open, file: join(folder, 'history', 'made.jsonl') };
}

const lines = async (file: string) => (await readFile(file, 'utf8')).split('\n').filter(Boolean);

describe('the history of a dataset', () => {
  it('has a point for each report, with its verdict, measures and findings', async () => {
    const { open, folder, file } = await opened();
    const report = await open().report('made');
    await open({ license: 'MIT' }, 2).report('made');
    const [first, second, ...rest] = await readHistory(folder, 'made');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ measuredAt: '2026-01-01T00:00:00.000Z', verdict: report.verdict });
    expect(first?.rows).toEqual({ records: 4 });
    expect(first?.measures.find(({ id }) => id === 'value_completeness')).toMatchObject({
      value: 0.75,
      direction: 'higher_is_better',
    });
    expect(second?.measuredAt).toBe('2026-01-02T00:00:00.000Z');
    const [line = ''] = await lines(file);
    expect(JSON.parse(line)).toMatchObject({
      version: '1.0.0',
      findings: report.findings.map(({ id, count }) => ({ id, count })),
    });
    expect(JSON.parse(line).measures).toContainEqual(
      expect.objectContaining({ id: 'non_outliers', field: 'a' }),
    );
  });

  it('keeps scenarios apart', async () => {
    const { open, folder } = await opened();
    await open().report('made');
    await open().report('made', { scenario: 'use' });
    expect(await readHistory(folder, 'made')).toHaveLength(1);
    expect(await readHistory(folder, 'made', 'use')).toMatchObject([{ scenario: 'use' }]);
    expect(await readHistory(folder, 'other')).toEqual([]);
  });

  it('takes the same basis once, also when the kept report was lost or two ask at a time', async () => {
    const { open, folder, file } = await opened();
    await open().report('made');
    const [kept = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    await writeFile(join(folder, kept), '{');
    await open({}, 9).report('made');
    expect(await lines(file)).toHaveLength(1);
    await Promise.all([open({ license: 'X' }).report('made'), open({ license: 'X' }).report('made')]);
    expect(await readHistory(folder, 'made')).toHaveLength(2);
  });

  it('passes over a line that was cut off, and goes on after it', async () => {
    const { open, folder, file } = await opened();
    await open().report('made');
    const [line = ''] = await lines(file);
    await appendFile(file, line.slice(0, 40));
    expect(await readHistory(folder, 'made')).toHaveLength(1);
    await open({ license: 'MIT' }, 2).report('made');
    expect(await readHistory(folder, 'made')).toHaveLength(2);
  });
});

it('a check that fails leaves the last good report and the history as they are', async () => {
  const { open, folder, file, tables, entry } = await opened();
  await open().report('made');
  const [name = ''] = (await readdir(folder)).filter((one) => one.endsWith('.json'));
  const before = [await readFile(join(folder, name), 'utf8'), await readFile(file, 'utf8')];
  const failing = openQuality({
    catalog: createCatalog([{ ...entry, license: 'MIT' }]),
    tables: { ...tables, query: () => Promise.reject(new Error('no space left on device')) },
    folder,
  });
  await expect(failing.report('made')).rejects.toThrow('no space left');
  expect([await readFile(join(folder, name), 'utf8'), await readFile(file, 'utf8')]).toEqual(before);
  expect((await open().report('made')).measuredAt).toBe('2026-01-01T00:00:00.000Z');
});

it('ages are told anew on another day, and nothing else is', async () => {
  const { tables, entry, folder } = await opened();
  const on = (day: number) =>
    openQuality({
      catalog: createCatalog([entry, scenarioOf({ kind: 'freshness', days: 3 })]),
      tables,
      folder,
      clock: () => new Date(Date.UTC(2026, 0, day)),
    });
  const statusOn = async (day: number) =>
    (await on(day).report('made', { scenario: 'use' })).requirements[0]?.status;
  expect([await statusOn(2), await statusOn(20)]).toEqual(['met', 'missing']);
  expect((await on(2).report('made')).measuredAt).toBe((await on(20).report('made')).measuredAt);
});
