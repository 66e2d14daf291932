import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/methods/random.ts';
import { findingRules } from '../../../src/quality/findings/index.ts';
import { checkDataset } from '../../../src/quality/index.ts';
import { type AppliedRemedy, repairDataset } from '../../../src/repair.ts';
import {
  type DefectTable,
  type TableDefectKind,
  tableDefects,
} from '../../../src/simulation/defects/index.ts';
import { csvOf } from '../../bench/defects/check.ts';
import { declarationOf } from '../../bench/defects/datasets/index.ts';
import { sensorLine } from '../../bench/defects/datasets/sensor-line.ts';
import { opened, plantWith, textsOf } from './plant.ts';

const seed = 11;

/** What the report calls a defect, and what is to be done about it. */
const kinds: readonly (readonly [TableDefectKind, string, AppliedRemedy['action']])[] = [
  ['duplicates', 'duplicate_rows', 'drop_repeats'],
  ['missing_at_random', 'missing_values', 'drop_records'],
  ['missing_block', 'missing_block', 'drop_records'],
  ['swapped_unit', 'unit_jump', 'convert_unit'],
  ['stuck', 'stuck_value', 'set_missing'],
  ['spikes', 'spikes', 'set_missing'],
  ['shuffled_rows', 'out_of_order', 'sort_by_time'],
  ['clock_shift', 'clock_shift', 'shift_time'],
];

const values = (column: readonly (string | null)[] = []) =>
  column.map((text) => (text === null ? null : Number.isNaN(Number(text)) ? text : Number(text)));

describe.each(kinds)('%s', (kind, finds, action) => {
  it('is no longer found once repaired', async () => {
    const only = findingRules.filter((rule) => rule.kind === finds).map(({ measure }) => measure);
    const clean: DefectTable = await sensorLine.make(seed);
    const { table, truth } = tableDefects[kind].inject(clean, { severity: 'medium', rng: seeded(seed) });
    const { id: _, rows: __, ...declaration } = declarationOf(sensorLine, table);
    const plant = await plantWith({ 'records.csv': csvOf(table) }, declaration);
    const before = await checkDataset('line', { ...(await opened(plant)), only });
    const [field] = truth.fields;
    const found = before.findings.filter(
      (one) => one.kind === finds && (field === undefined || one.fields.includes(field)),
    );
    expect(found.length, before.findings.map(({ id }) => id).join()).toBeGreaterThan(0);
    const ids = found.map(({ id }) => id);
    const { applied, dataset } = await repairDataset(plant, 'line', ids);
    expect(applied.map((one) => one.action)).toEqual(ids.map(() => action));
    for (const { records } of applied) expect(records).toBeGreaterThan(0);
    const workspace = await opened(plant);
    const after = await checkDataset(dataset.id, { ...workspace, only });
    expect(after.findings.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([]);
    const fileOf = join(plant, 'datasets/line/records.csv');
    expect(await readFile(fileOf)).toEqual(Buffer.from(csvOf(table)));

    // What a conversion or a shift puts back is what was there.
    if ((action === 'convert_unit' || action === 'shift_time') && field !== undefined) {
      const repaired = (await textsOf(workspace, dataset.id, 'records'))[field] ?? [];
      const place = clean.fields.findIndex(({ id }) => id === field);
      const wanted = clean.columns[place] ?? [];
      const close = truth.rows.filter((row) => {
        const [is, was] = [values(repaired)[row - 1], wanted[row - 1]];
        if (typeof is === 'number' && typeof was === 'number')
          return Math.abs(is - was) <= 0.02 * Math.abs(was) + 0.05;
        return String(is).slice(0, 19).replace(' ', 'T') === String(was).slice(0, 19);
      });
      expect(close.length / truth.rows.length).toBeGreaterThan(0.95);
    }
  }, 120_000);
});
