import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repairedId, repairedVersion } from '../../../src/repair/version.ts';
import { repairDataset } from '../../../src/repair.ts';
import { layoutOf } from '../../../src/workspace/folder/index.ts';
import { opened, plantWith, textsOf } from './plant.ts';

/** Records a minute apart; two have changed places, one is sent twice, one reading is a code and one is missing. */
function records(): string {
  const lines = Array.from({ length: 200 }, (_, place) => {
    const minute = `${String(8 + Math.floor(place / 60)).padStart(2, '0')}:${String(place % 60).padStart(2, '0')}`;
    const reading =
      place === 20 ? '' : place === 30 ? '400' : (20 + Math.sin(place) + place / 1000).toFixed(3);
    return `2026-03-01T${minute}:00,M1,${reading},${place % 3 === 0 ? 'bad' : 'good'}`;
  });
  [lines[50], lines[60]] = [lines[60] ?? '', lines[50] ?? ''];
  lines.splice(101, 0, lines[100] ?? '');
  return ['Time,Machine,Oil temperature [°C],Result', ...lines].join('\n');
}

const machines = 'Machine,Name\nM1,Press\nM2,Lathe\n';

const declaration = {
  title: { en: 'Line', zh: '产线' },
  version: '1.2.0',
  license: 'CC0-1.0',
  fields: {
    'records/time': { role: 'time', interval: 60 },
    'records/machine': { role: 'group', references: 'machines.machine' },
    'records/oil_temperature': { role: 'measurement', range: { min: -50, max: 200 } },
    'records/result': { role: 'label', classes: { good: 134, bad: 67 } },
  },
  recordSets: {
    records: {
      key: ['time', 'machine'],
      rows: 201,
      rules: [{ id: 'warm', condition: 'oil_temperature > 10' }],
    },
    machines: { rows: 2, key: ['machine'] },
  },
} as const;

const plant = () =>
  plantWith({ 'records.csv': records(), 'machines.csv': machines }, structuredClone(declaration) as never);

const ids = {
  range: 'out_of_range:records:oil_temperature',
  missing: 'missing_values:records:oil_temperature',
  repeats: 'duplicate_rows:records',
  order: 'out_of_order:records:time',
};

describe('a repair', () => {
  it('applies the remedies in a fixed order and counts what each of them touched', async () => {
    const folder = await plant();
    const result = await repairDataset(folder, 'line', [ids.order, ids.missing, ids.repeats, ids.range]);
    expect(
      result.applied.map(({ finding, action, records, cells }) => [finding, action, records, cells]),
    ).toEqual([
      [ids.range, 'set_missing', 1, 1],
      [ids.repeats, 'drop_repeats', 1, 0],
      [ids.missing, 'drop_records', 1, 0],
      [ids.order, 'sort_by_time', 2, 0],
    ]);
    expect(result.tables).toEqual([
      { recordSet: 'machines', rowsBefore: 2, rows: 2, sourceRow: null },
      { recordSet: 'records', rowsBefore: 201, rows: 199, sourceRow: 'source_row' },
    ]);
    for (const { loses } of result.applied)
      expect(loses).toMatchObject({ zh: expect.any(String), en: expect.any(String) });
  });

  it('leaves its source as it is, and each record can be traced to it', async () => {
    const folder = await plant();
    const file = join(folder, 'datasets/line/records.csv');
    const source = await readFile(file, 'utf8');
    const hash = (await opened(folder)).catalog.dataset('line').hash;
    const { dataset } = await repairDataset(folder, 'line', 'all');
    expect(await readFile(file, 'utf8')).toBe(source);
    const workspace = await opened(folder);
    expect(workspace.catalog.dataset('line').hash).toBe(hash);
    const before = await textsOf(workspace, 'line', 'records');
    const { source_row: rows = [], ...after } = await textsOf(workspace, dataset.id, 'records');
    const times = after['time'] ?? [];
    expect(times).toEqual(times.toSorted());
    expect(rows.slice(48, 62)).toContain('51');
    for (const [place, row] of rows.entries()) {
      expect(times[place]).toBe(before['time']?.[Number(row) - 1]);
      const reading = before['oil_temperature']?.[Number(row) - 1];
      expect(after['oil_temperature']?.[place]).toBe(row === '31' ? null : reading);
    }
    expect(rows).not.toContain('21');
    expect(rows).not.toContain('102');
  });

  it('keeps what is declared as far as it still holds, and says where the new version comes from', async () => {
    const folder = await plant();
    const now = () => new Date('2026-04-01T00:00:00Z');
    const result = await repairDataset(folder, 'line', [ids.repeats, ids.range], { now });
    const { catalog } = await opened(folder);
    const entry = catalog.dataset('line-repaired');
    expect(entry).toMatchObject({
      title: { en: 'Line (repaired)', zh: '产线（已修复）' },
      version: '1.2.0+repair.1',
      license: 'CC0-1.0',
      hash: result.dataset.hash,
      publication: {
        derivation: { dataset: 'line', hash: result.source.hash, at: '2026-04-01T00:00:00.000Z' },
      },
    });
    expect(entry.links).toContainEqual({ relation: 'derivedFrom', target: 'line' });
    const { activity } = entry.publication?.derivation ?? {};
    expect(activity?.en).toBe(
      `Repaired by zhuji repair: ${ids.range}: emptied 1 cell; ${ids.repeats}: left out 1 repeated record.`,
    );
    expect(activity?.zh).toBe(
      `由 zhuji repair 修复：${ids.range}：清空 1 个单元格；${ids.repeats}：删除 1 条重复记录。`,
    );
    const [, table] = entry.recordSets;
    expect(table).toMatchObject({ key: ['time', 'machine'], declaredRows: 200, rules: [{ id: 'warm' }] });
    const field = (id: string) => table?.fields.find((one) => one.id === id);
    expect(field('time')).toMatchObject({ role: 'time', interval: 60, type: 'datetime' });
    expect(field('machine')).toMatchObject({
      role: 'group',
      references: { recordSet: 'machines', field: 'machine' },
    });
    expect(field('oil_temperature')).toMatchObject({
      name: 'Oil temperature [°C]',
      unit: { symbol: '°C', from: 'name' },
      range: { min: -50, max: 200 },
    });
    // The number of records of each class is no longer what the publisher counted.
    expect(field('result')?.classes).toBeUndefined();
    expect(field('source_row')).toMatchObject({ type: 'integer', role: 'identifier' });
  });

  it('without moved records adds no field', async () => {
    const folder = await plant();
    const { tables } = await repairDataset(folder, 'line', [ids.range], { as: 'cleaner' });
    expect(tables.map(({ sourceRow }) => sourceRow)).toEqual([null, null]);
    const workspace = await opened(folder);
    const [, table] = workspace.catalog.dataset('cleaner').recordSets;
    expect(table?.fields.map(({ id }) => id)).toEqual(['time', 'machine', 'oil_temperature', 'result']);
    expect(table?.fields.at(-1)?.classes).toEqual({ good: 134, bad: 67 });
  });

  it('of a repaired dataset counts on, traces to the first source, and does not take rows for differences', async () => {
    const folder = await plant();
    await repairDataset(folder, 'line', [ids.order]);
    const workspace = await opened(folder);
    const report = await workspace.quality.report('line-repaired');
    expect(report.findings.map(({ id }) => id)).toContain(ids.repeats);
    const again = await repairDataset(folder, 'line-repaired', [ids.repeats, ids.missing]);
    expect(again.dataset).toMatchObject({ id: 'line-repaired-2', version: '1.2.0+repair.2' });
    const rows = (await textsOf(await opened(folder), 'line-repaired-2', 'records'))['source_row'];
    expect(rows?.filter((row) => Number(row) > 99 && Number(row) < 105)).toEqual([
      '100',
      '101',
      '103',
      '104',
    ]);
  });

  it('only says what it would do, where that is asked', async () => {
    const folder = await plant();
    const planned = await repairDataset(folder, 'line', 'all', { dryRun: true });
    expect(planned.dataset).toEqual({ id: 'line-repaired', version: '1.2.0+repair.1', hash: null });
    expect(await readdir(layoutOf(folder).datasets)).toEqual(['line']);
    const done = await repairDataset(folder, 'line', 'all');
    expect(done.applied).toEqual(planned.applied);
    expect(done.tables).toEqual(planned.tables);
    expect(await readdir(layoutOf(folder).staging)).toEqual([]);
  });
});

describe('what cannot be repaired', () => {
  it('names the nearest finding, and those that have a remedy', async () => {
    const folder = await plant();
    const wrong = repairDataset(folder, 'line', ['duplicate_rows:record']);
    await expect(wrong).rejects.toMatchObject({
      code: 'not_found',
      details: { did_you_mean: [ids.repeats] },
      recovery: expect.stringContaining(ids.order),
    });
    const none = repairDataset(folder, 'line', ['undocumented-card_application']);
    await expect(none).rejects.toMatchObject({
      code: 'invalid_argument',
      details: { valid_values: expect.arrayContaining(Object.values(ids)) },
    });
    await expect(repairDataset(folder, 'lines', 'all')).rejects.toMatchObject({ code: 'not_found' });
    await expect(repairDataset(folder, 'line', [ids.order], { as: 'line' })).rejects.toMatchObject({
      code: 'already_exists',
    });
    expect(await readdir(layoutOf(folder).datasets)).toEqual(['line']);
    expect(await readdir(layoutOf(folder).staging)).toEqual([]);
  });

  it('is said of a dataset without any such finding', async () => {
    const folder = await plantWith({ 'a.csv': 'x,y\n1,a\n2,b\n3,c\n' });
    await expect(repairDataset(folder, 'line', 'all')).rejects.toMatchObject({ code: 'invalid_argument' });
  });
});

// Reading the tables, putting the new dataset together, and reading what was written.
it.each(['records', 'Copying', 'records.parquet'])(
  'a repair killed at "%s" leaves nothing half written',
  async (task) => {
    const folder = await plant();
    const program = join(import.meta.dirname, 'killed-repair.ts');
    const { signal, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, folder, task], {
      encoding: 'utf8',
    });
    expect(signal, stderr).toBe('SIGKILL');
    expect(await readdir(layoutOf(folder).staging)).not.toEqual([]);
    const workspace = await opened(folder);
    expect(workspace.problems).toEqual([]);
    expect(workspace.catalog.entries('dataset').map(({ id }) => id)).toEqual(['line']);
    expect(await readdir(layoutOf(folder).staging)).toEqual([]);
    const { dataset } = await repairDataset(folder, 'line', 'all');
    expect(dataset.id).toBe('line-repaired');
  },
  60_000,
);

it.each([
  ['', 'repair.1'],
  ['1.2.0', '1.2.0+repair.1'],
  ['1.2.0+repair.9', '1.2.0+repair.10'],
  ['1.2.0+abc', '1.2.0+abc.repair.1'],
  ['repair.1', 'repair.2'],
])('the version after %j is %j', (before, after) => {
  expect(repairedVersion(before)).toBe(after);
});

it('an id that is taken is numbered', () => {
  const taken = new Set(['a-repaired', 'a-repaired-2']);
  expect(repairedId('a', (id) => taken.has(id))).toBe('a-repaired-3');
  expect(repairedId('a-repaired-2', (id) => taken.has(id))).toBe('a-repaired-3');
  expect(repairedId('b', (id) => taken.has(id))).toBe('b-repaired');
});
