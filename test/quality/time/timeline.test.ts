import { describe, expect, it } from 'vitest';
import { seeded, shuffle } from '../../../src/methods/random.ts';
import { iotdbExample } from '../../../src/quality/measures/time.ts';
import type { Cell, QualityReport } from '../../../src/workspace/index.ts';
import { examined } from '../tables/report.ts';

const minute = (place: number): string =>
  new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString().slice(0, 19);

const fields = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 't', type: 'datetime', role: 'time' },
  { id: 'v', type: 'number', role: 'measurement' },
] as const;

/** Three machines a minute, in turn. */
const rows = (count = 300): Cell[][] =>
  Array.from({ length: count }, (_, place) => [
    `M${place % 3}`,
    minute(Math.floor(place / 3)),
    (place * 7) % 11,
  ]);

const measured = (report: QualityReport, id: string) => {
  const result = report.measures.find((one) => one.id === id)?.result;
  return result?.status === 'measured' ? result.value : result?.reason;
};

const timeMeasures = ['time_completeness', 'time_consistency', 'time_punctuality'];

describe('times', () => {
  it('that are out of order are sorted before the sampling is judged', async () => {
    const mixed = shuffle(seeded(5), iotdbExample.rows);
    const { report, finding, affected } = await examined(iotdbExample.fields, mixed);
    expect(timeMeasures.map((id) => measured(report, id))).toEqual([15 / 16, 14 / 15, 14 / 15]);
    expect(finding('out_of_order')?.repair).toMatchObject({
      action: 'sort_by_time',
      parameters: { field: 't' },
    });
    expect(affected('out_of_order')).toEqual([[1, 15]]);
  });

  it('of all records count, however many: one that is missing among 250,000 is found', async () => {
    const many = Array.from({ length: 250_000 }, (_, place) => [place < 230_000 ? place : place + 1]);
    const { report, finding } = await examined([{ id: 't', type: 'integer', role: 'time' }], many);
    expect(measured(report, 'time_completeness')).toBe(250_000 / 250_001);
    expect(finding('time_gaps')).toMatchObject({
      count: 1,
      rows: [230_001],
      intervals: [{ from: 230_000, to: 230_001, start: 229_999, end: 230_001 }],
    });
  });

  it('that are missing are told with the series and the times on both sides', async () => {
    const { finding } = await examined(fields, rows().toSpliced(100, 30));
    const gaps = finding('time_gaps');
    expect(gaps).toMatchObject({ severity: 'major', count: 3 });
    expect(gaps?.intervals).toHaveLength(3);
    expect(gaps?.intervals?.[0]).toMatchObject({ series: 'M1', start: minute(32), end: minute(43) });
  });

  it('that come twice in a series are named, and not those of two series', async () => {
    const spoilt = rows();
    for (const place of [90, 91, 150]) spoilt.splice(place, 0, [...(spoilt[place] ?? []).slice(0, 2), 99]);
    const { finding, affected, kinds } = await examined(fields, spoilt);
    expect(finding('repeated_time')).toMatchObject({ severity: 'minor', count: 3 });
    expect(affected('repeated_time')).toHaveLength(2);
    expect((await examined(fields, rows())).kinds).not.toContain('repeated_time');
    expect(kinds).not.toContain('out_of_order');
  });

  it('that keep no interval are irregular', async () => {
    const rng = seeded(3);
    let at = 0;
    const times = Array.from({ length: 200 }, () => {
      at += 1 - Math.log(rng()) * 100;
      return [at];
    });
    const { finding, report } = await examined([{ id: 't', type: 'number', role: 'time' }], times);
    expect(finding('irregular_sampling')?.severity).toBe('info');
    expect(measured(report, 'time_completeness')).toBe('irregular_sampling');
  });

  it('are held to a declared interval', async () => {
    const declared = (interval: number) =>
      fields.map((field) => (field.id === 't' ? { ...field, declared: { interval } } : field));
    const kept = await examined(declared(60), rows());
    expect(kept.kinds).not.toContain('interval_differs');
    const { finding, report } = await examined(declared(30), rows());
    expect(finding('interval_differs')).toMatchObject({ severity: 'minor', magnitude: { value: 2 } });
    expect(measured(report, 'regular_sampling')).toBe(0);
  });

  it('as text that was not understood are said to be so', async () => {
    const { report } = await examined(
      [{ id: 't', type: 'string', role: 'time' }],
      [['soon'], ['later'], ['now']],
    );
    expect(measured(report, 'time_completeness')).toBe('time_is_text');
    expect(measured(report, 'time_order')).toBe('time_is_text');
  });
});
