import { describe, expect, it } from 'vitest';
import { tableFacts } from '../../../src/quality/facts/table-facts.ts';
import {
  checkDataset,
  generalProfile,
  qualityReportSchema,
  type TestVector,
} from '../../../src/quality/index.ts';
import { pictureFolds, pictureOf } from '../../../src/quality/pictures/index.ts';
import type { Cell, TablePicture } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

async function picture(table: Pick<TestVector, 'fields' | 'rows'>): Promise<TablePicture> {
  const report = await checkDataset('made', await madeDataset(table));
  expect(qualityReportSchema.safeParse(report).error).toBeUndefined();
  const [only] = report.pictures;
  if (!only) throw new Error('no picture');
  return only;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

const line: TestVector['fields'] = [
  { id: 'part', type: 'string', role: 'identifier' },
  { id: 'machine', type: 'string', role: 'group' },
  { id: 'time', type: 'datetime', role: 'time' },
  { id: 'torque', type: 'number', role: 'measurement' },
  { id: 'tool', type: 'integer' },
  { id: 'ok', type: 'boolean', role: 'label' },
];

/** Two machines in turn; M2 stands still in the second half of the time; torque is missing in the last tenth. */
const rows: Cell[][] = Array.from({ length: 1200 }, (_, place) => {
  const [machine, minute] = place < 600 ? [1 + (place % 2), place >> 1] : [1, place - 300];
  const time = new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString().slice(0, 19);
  const torque = place >= 1080 ? null : place % 100 === 0 ? 1e6 : 40 + (place % 17) + (place >= 540 ? 30 : 0);
  return [`p${place}`, `M${machine}`, time, torque, place % 3, place % 4 === 0];
});

describe('the picture of a record set', () => {
  it('cuts it into windows of equally many records', async () => {
    const { windows, rows: count } = await picture({ fields: line, rows });
    expect(count).toBe(1200);
    expect(windows).toHaveLength(60);
    expect(windows.slice(0, 3)).toEqual([1, 21, 41]);
    const odd = await picture({ fields: line, rows: rows.slice(0, 61) });
    expect(odd.windows).toHaveLength(31);
    expect(odd.windows.at(-1)).toBe(61);
  });

  it('counts every value once: tails in the outer bins, few values one by one', async () => {
    const { distributions } = await picture({ fields: line, rows });
    const of = (field: string) => distributions.find((one) => one.field === field);
    expect(distributions.map(({ field }) => field).toSorted()).toEqual(['machine', 'ok', 'tool', 'torque']);
    const torque = of('torque');
    expect(sum(torque?.counts ?? [])).toBe(1080);
    expect(torque?.edges).toHaveLength((torque?.counts.length ?? 0) + 1);
    expect(torque?.edges?.at(-1)).toBeLessThan(200);
    expect(torque?.counts.at(-1)).toBeGreaterThanOrEqual(11);
    expect(of('machine')).toEqual({ field: 'machine', values: ['M1', 'M2'], counts: [900, 300] });
    expect(of('tool')).toEqual({ field: 'tool', values: ['0', '1', '2'], counts: [400, 400, 400] });
    expect(of('ok')).toEqual({ field: 'ok', values: ['false', 'true'], counts: [900, 300] });
  });

  it('shows where values are missing, and how the level moves', async () => {
    const { missing, levels } = await picture({ fields: line, rows });
    expect(missing).toEqual([
      { field: 'torque', shares: Array.from({ length: 60 }, (_, w) => (w < 54 ? 0 : 1)) },
    ]);
    const means = levels.find(({ field }) => field === 'torque')?.means ?? [];
    expect(means).toHaveLength(60);
    expect(means.at(-1)).toBeNull();
    // Window 3 holds rows 41 to 60, places 40 to 59.
    const third = Array.from({ length: 20 }, (_, place) => 40 + ((40 + place) % 17));
    expect(means[2]).toBeCloseTo(sum(third) / 20, 6);
  });

  it('counts the records of each series along time', async () => {
    const { coverage } = await picture({ fields: line, rows });
    expect(coverage).toMatchObject({ field: 'time', start: expect.stringMatching(/^2026-01-01T00:00/) });
    expect(coverage?.series.map(({ name }) => name)).toEqual(['M1', 'M2']);
    const [first, second] = coverage?.series ?? [];
    expect(sum(first?.counts ?? [])).toBe(900);
    expect(sum(second?.counts ?? [])).toBe(300);
    expect(second?.counts.slice(25)).toEqual(Array.from({ length: 35 }, () => 0));
  });

  it('lists the twelve most frequent of many texts, and how many records have another', async () => {
    const texts = Array.from({ length: 600 }, (_, place) => [place % 2 === 0 ? 'often' : `t${place % 50}`]);
    const { distributions } = await picture({ fields: [{ id: 'state', type: 'string' }], rows: texts });
    const [state] = distributions;
    expect(state?.values).toHaveLength(12);
    expect(state?.values?.[0]).toBe('often');
    expect(state?.counts[0]).toBe(300);
    expect(sum(state?.counts ?? []) + (state?.others ?? 0)).toBe(600);
  });

  it('shows the fields with findings first, 40 of each kind, and stays small for a thousand columns', async () => {
    const fields = Array.from({ length: 1000 }, (_, place) => ({
      id: `channel_${place}_with_a_rather_long_name`,
      type: 'number' as const,
      role: 'measurement' as const,
      unit: 'mm/s',
    }));
    const wide = Array.from({ length: 120 }, (_, row) =>
      fields.map((_field, place) =>
        place === 150 && row < 60
          ? null
          : place % 7 === 0 && row % 10 === 0
            ? null
            : Math.sin(row * 1.7 + place) * 12.345678,
      ),
    );
    const { tables, entry } = await madeDataset({ fields, rows: wide });
    const [recordSet] = entry.recordSets;
    if (!recordSet) throw new Error('no record set');
    const { thresholds } = generalProfile;
    const facts = await tableFacts(tables, entry, recordSet, { thresholds, folds: pictureFolds });
    const told = { recordSet: 'records', fields: [fields[150]?.id ?? ''] };
    const drawn = await pictureOf(facts, [told]);
    for (const part of [drawn.distributions, drawn.missing, drawn.levels]) {
      expect(part).toHaveLength(40);
      expect(part[0]?.field).toBe(fields[150]?.id);
    }
    expect(JSON.stringify(drawn, null, 1).length).toBeLessThan(150_000);
  }, 60_000);

  it('is blank for a table without records, and holds constants, extremes and NaN', async () => {
    expect(await picture({ fields: line, rows: [] })).toEqual({
      recordSet: 'records',
      rows: 0,
      windows: [],
      distributions: [],
      missing: [],
      levels: [],
    });
    const values = Array.from({ length: 40 }, (_, place) => [
      5,
      place % 2 === 0 ? 1.7e308 - place * 1e306 : -1.7e308 + place * 1e306,
      null,
    ]);
    const odd = await picture({
      fields: [
        { id: 'constant', type: 'number' },
        { id: 'vast', type: 'number' },
        { id: 'empty', type: 'number' },
      ],
      rows: values,
    });
    expect(odd.distributions.find(({ field }) => field === 'constant')).toMatchObject({
      values: ['5'],
      counts: [40],
    });
    const vast = odd.distributions.find(({ field }) => field === 'vast');
    expect(sum(vast?.counts ?? [])).toBe(40);
    expect(vast?.edges?.every(Number.isFinite)).toBe(true);
  });
});
