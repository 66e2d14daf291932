import { describe, expect, it } from 'vitest';
import { checkDataset, compareReports, type TestVector, trendPointOf } from '../../../src/quality/index.ts';
import type { Cell, QualityReport } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

const fields: TestVector['fields'] = [
  { id: 'part', type: 'string', role: 'identifier' },
  { id: 'torque', type: 'number', role: 'measurement', unit: 'N.m', range: { min: 0, max: 80 } },
  { id: 'speed', type: 'number', role: 'measurement', unit: 'rpm' },
];

const clean = (): Cell[][] =>
  Array.from({ length: 200 }, (_, place) => [
    `p${place}`,
    40 + 5 * Math.sin(place * 1.7),
    1500 + (place % 37),
  ]);

async function reportOf(spoil: (rows: Cell[][]) => Cell[][], hash = 'a'): Promise<QualityReport> {
  const made = await madeDataset({ fields, rows: spoil(clean()) }, { hash: hash.repeat(64) });
  return checkDataset('made', { ...made, clock: () => new Date('2026-02-03T04:05:06Z') });
}

const lackTorque = (count: number) => (rows: Cell[][]) =>
  rows.map((row, place) => (place < count ? [row[0] ?? null, null, row[2] ?? null] : row));

describe('two reports compared', () => {
  it('tell what is gone, new and kept, which measures moved and which way, and how many records there are', async () => {
    const before = await reportOf(lackTorque(50));
    const after = await reportOf((rows) => [...lackTorque(10)(rows).slice(0, 190), ...rows.slice(0, 4)], 'b');
    const compared = compareReports(before, after);
    expect(compared.kept.map(({ after: one }) => one.id)).toContain('missing_values:records:torque');
    expect(compared.appeared.map(({ id }) => id)).toContain('repeated_identifier:records:part');
    expect(compared.rows).toEqual([{ recordSet: 'records', before: 200, after: 194 }]);
    const completeness = compared.moved.find(
      ({ id, field }) => id === 'value_completeness' && field === 'torque',
    );
    expect(completeness).toMatchObject({ before: 0.75, after: 184 / 194, better: true });
    expect(compared.moved.find(({ id }) => id === 'identifier_uniqueness')).toMatchObject({ better: false });
    const sizes = compared.moved.flatMap(({ before: a, after: b }) =>
      a === null || b === null ? [] : [Math.abs(a - b)],
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(compared.cautions).toEqual([]);
    const back = compareReports(after, before);
    expect(back.gone.map(({ id }) => id)).toEqual(compared.appeared.map(({ id }) => id));
    expect(back.moved.length).toBe(compared.moved.length);
  });

  it('say that nothing moved between a report and itself, and that the data are the same', async () => {
    const report = await reportOf((rows) => rows);
    const compared = compareReports(report, report);
    expect(compared).toMatchObject({ moved: [], gone: [], appeared: [] });
    expect(compared.unmoved).toBe(
      report.measures.filter(({ result }) => result.status === 'measured').length,
    );
    expect(compared.cautions).toHaveLength(1);
    expect(compared.cautions[0]?.en).toContain('one version of the data');
  });

  it('compare no values of measures that were defined otherwise, and name other thresholds', async () => {
    const before = await reportOf(lackTorque(50));
    const after = await reportOf(lackTorque(10), 'b');
    const redefined = {
      ...after,
      thresholds: { ...after.thresholds, missing_minor: 0.5 },
      definitions: after.definitions.map((one) =>
        one.id === 'value_completeness' ? { ...one, version: one.version + 1 } : one,
      ),
    };
    const compared = compareReports(before, redefined);
    expect(compared.moved.some(({ id }) => id === 'value_completeness')).toBe(false);
    expect(compared.cautions.map(({ en }) => en).join(' ')).toMatch(
      /`missing_minor`.*their definition changed/,
    );
    for (const { zh } of compared.cautions) expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

it('a point of a trend holds the worst value of each measure and the findings by severity', async () => {
  const point = trendPointOf(await reportOf(lackTorque(50)));
  expect(point.measures.find(({ id }) => id === 'value_completeness')).toMatchObject({
    value: 0.75,
    recordSet: 'records',
  });
  expect(point.rows).toEqual({ records: 200 });
  expect(point.findings.major).toBeGreaterThan(0);
});
