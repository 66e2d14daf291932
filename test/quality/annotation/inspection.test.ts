import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { planInspection, readLabelAccuracy } from '../../../src/quality/annotation/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { importedTable } from '../imported-table.ts';
import { madeDataset } from '../made-dataset.ts';
import { labelFile } from './label-files.ts';

const place = { dataset: 'made', recordSet: 'records', field: 'fault' };

/** 1000 records: 880 none, 100 wear, 15 heat, 5 without a label. */
async function faults() {
  const of = (row: number) =>
    row % 200 === 7 ? null : row % 10 === 3 ? 'wear' : row % 67 === 5 ? 'heat' : 'none';
  const rows = Array.from({ length: 1000 }, (_, row) => [of(row)]);
  const { tables } = await madeDataset({ fields: [{ id: 'fault', type: 'string', role: 'label' }], rows });
  return { tables, rows: rows.map(([label]) => label) };
}

describe('planInspection', () => {
  it('draws rows of every class, the same ones for the same seed', async () => {
    const { tables, rows } = await faults();
    const plan = await planInspection(tables, place, { halfWidth: 0.05, expected: 0.95 }, { seed: 4 });
    const count = (label: string | null) => rows.filter((one) => one === label).length;
    expect(plan).toMatchObject({ unlabelled: count(null), byClass: true, seed: 4 });
    expect(plan.rows).toHaveLength(plan.size);
    expect(new Set(plan.rows.map(({ row }) => row)).size).toBe(plan.size);
    for (const { row, label, stratum, stratumRecords } of plan.rows) {
      expect(rows[row - 1]).toBe(label);
      expect(stratum).toBe(label);
      expect(stratumRecords).toBe(count(label));
    }
    for (const { id, size } of plan.strata) {
      expect(size).toBeGreaterThanOrEqual(10);
      expect(plan.rows.filter(({ label }) => label === id)).toHaveLength(size);
    }
    expect(await planInspection(tables, place, { halfWidth: 0.05, expected: 0.95 }, { seed: 4 })).toEqual(
      plan,
    );
    const other = await planInspection(tables, place, { halfWidth: 0.05, expected: 0.95 }, { seed: 5 });
    expect(other.rows).not.toEqual(plan.rows);
  });

  it('draws from all records where the label is no class', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [`text ${row}`]);
    const { tables } = await madeDataset({ fields: [{ id: 'fault', type: 'string' }], rows });
    const plan = await planInspection(tables, place, { atLeast: 0.9 });
    expect(plan).toMatchObject({ byClass: false, records: 300, strata: [{ id: 'all', records: 300 }] });
    expect(plan.rows).toHaveLength(plan.size);
  });

  it('refuses where there is no label', async () => {
    const { tables } = await madeDataset({ fields: [{ id: 'fault', type: 'string' }], rows: [[null]] });
    await expect(planInspection(tables, place, { halfWidth: 0.1 })).rejects.toThrow(/no record with a label/);
  });

  it.skipIf(!hasSharedData('ai4i2020'))(
    'plans for the failures of AI4I, and finds labels that were swapped',
    async () => {
      const { tables, rows } = await importedTable(sharedData('ai4i2020', 'ai4i2020.csv'));
      const at = { ...place, field: 'machine_failure' };
      const plan = await planInspection(tables, at, { halfWidth: 0.02 }, { perClass: 30 });
      expect(plan.strata.map(({ id, records }) => [id, records])).toEqual([
        ['0', 9661],
        ['1', 339],
      ]);
      // Of every 20th record the true label is said to be the other one: 5 % in either class.
      const inspected = plan.rows.map(({ row, stratum, stratumRecords, label }) =>
        [row, stratum, stratumRecords, label, row % 20 === 0 ? 1 - Number(label) : label].join(),
      );
      const file = await labelFile(
        `row,stratum,stratum_records,label,correct_label\n${inspected.join('\n')}\n`,
      );
      const found = await readLabelAccuracy(file, 0.95);
      expect(found).toMatchObject({ weighted: true, inspected: plan.size, open: 0, unseen: [] });
      expect(found.low).toBeLessThan(0.95);
      expect(found.high).toBeGreaterThan(0.95);
      expect(found.high - found.low).toBeLessThanOrEqual(0.04);
      expect(rows).toBe(10_000);
    },
  );
});

describe('readLabelAccuracy', () => {
  it('weights the classes of a plan, names mistakes, and leaves open rows out', async () => {
    const rows = [
      ...Array.from({ length: 20 }, (_, n) => `${n + 1},none,900,none,none`),
      ...Array.from({ length: 8 }, (_, n) => `${n + 30},wear,100,wear,wear`),
      '50,wear,100,wear,heat',
      '51,wear,100,wear,heat',
      '52,wear,100,wear,',
    ];
    const file = await labelFile(`row,stratum,stratum_records,label,correct_label\n${rows.join('\n')}\n`);
    const found = await readLabelAccuracy(file, 0.95);
    expect(found.estimate).toBeCloseTo(0.98, 12);
    expect(found).toMatchObject({
      inspected: 30,
      wrong: 2,
      open: 1,
      weighted: true,
      wrongItems: ['50', '51'],
    });
    expect(found.mistakes).toEqual([{ label: 'wear', correct: 'heat', count: 2 }]);
  });

  it('takes yes and no, in Chinese too, and a plain file for a simple sample', async () => {
    const file = await labelFile('样本,标签,是否正确\nA1,磨损,是\nA2,正常,否\nA3,磨损,是\nA4,正常,\n');
    expect(await readLabelAccuracy(file, 0.9)).toMatchObject({
      inspected: 3,
      wrong: 1,
      open: 1,
      weighted: false,
      wrongItems: ['A2'],
      level: 0.9,
    });
  });

  it('compares numbers as numbers are written', async () => {
    const file = await labelFile('item,label,correct_label\n1,0,0\n2,1,0\n3,1,\n');
    expect(await readLabelAccuracy(file, 0.95)).toMatchObject({ inspected: 2, wrong: 1 });
  });

  it('says of which class nothing was inspected', async () => {
    const file = await labelFile(
      'row,stratum,stratum_records,label,correct_label\n1,a,10,a,a\n2,b,5,b,\n3,a,10,a,a\n',
    );
    expect((await readLabelAccuracy(file, 0.95)).unseen).toEqual([{ id: 'b', records: 5 }]);
  });

  it.each([
    ['item,label\n1,a\n', /no table of inspected labels: its columns are item, label/],
    ['item,label,correct_label\n1,a,\n2,b,\n', /No row .* says/],
    ['row,stratum,stratum_records,label,correct_label\n1,a,10,a,a\n2,a,11,a,a\n', /contradicts itself/],
    ['row,stratum,stratum_records,label,correct_label\n1,a,1,a,a\n2,a,1,a,a\n', /contradicts itself/],
    [
      'row,stratum,stratum_records,label,correct_label\n1,a,many,a,a\n',
      /must be a number of records, not "many"/,
    ],
  ])('refuses %j', async (text, message) => {
    await expect(readLabelAccuracy(await labelFile(text), 0.95)).rejects.toThrow(message);
  });

  it('leaves the file as it was', async () => {
    const text = 'item,label,correct\n1,a,yes\n2,a,no\n';
    const file = await labelFile(text);
    await readLabelAccuracy(file, 0.95);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});
