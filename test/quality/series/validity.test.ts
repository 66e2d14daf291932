import { describe, expect, it } from 'vitest';
import { checkDataset, generalProfile } from '../../../src/quality/index.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

const fields = [
  { id: 't', type: 'datetime', role: 'time' },
  { id: 'v', type: 'number', role: 'measurement' },
] as const;

const at = (second: number): string =>
  new Date(Date.UTC(2020, 0, 1) + 1000 * second).toISOString().slice(0, 19);

/** Both windows of the example in the documentation of Apache IoTDB's quality functions. */
const first = [2, 3, 4, 6, 8, 10, 14, 15, 16, 18, 20, 22, 26, 28, 30].map((second): Cell[] => [
  at(second),
  second === 8 ? 126 : second === 30 ? null : 100 + second,
]);
const second = Array.from({ length: 15 }, (_, place): Cell[] => [at(32 + 2 * place), 130 + 2 * place]);

async function valuesOf(rows: readonly (readonly Cell[])[]) {
  const { measures } = await checkDataset('made', await madeDataset({ fields, rows }));
  const value = (id: string, field: string): number => {
    const found = measures.find((one) => one.id === id && one.field === field)?.result;
    return found?.status === 'measured' ? found.value : Number.NaN;
  };
  return {
    // There one number: (points with a value) / (points + missing points).
    completeness: value('time_completeness', 't') * value('value_completeness', 'v'),
    consistency: value('time_consistency', 't'),
    timeliness: value('time_punctuality', 't'),
    validity: value('series_validity', 'v'),
  };
}

describe('the quality functions of Apache IoTDB', () => {
  it('give the values of its documentation', async () => {
    const values = await valuesOf(first);
    expect(values.completeness).toBeCloseTo(0.875, 12);
    expect(values.consistency).toBeCloseTo(0.9333333333333333, 12);
    expect(values.timeliness).toBeCloseTo(0.9333333333333333, 12);
    expect(values.validity).toBeCloseTo(0.8833333333333333, 12);
  });

  it('find nothing in the second window', async () => {
    expect(await valuesOf(second)).toEqual({ completeness: 1, consistency: 1, timeliness: 1, validity: 1 });
  });
});

describe('validity of series', () => {
  const validity = async (table: Parameters<typeof madeDataset>[0], profile = generalProfile) => {
    const { measures } = await checkDataset('made', { ...(await madeDataset(table)), profile });
    return measures.find(({ id }) => id === 'series_validity');
  };

  it('takes each series by itself', async () => {
    const machines = [first, second].map((rows, place) => rows.map((row) => [`M${place}`, ...row]));
    const found = await validity({
      fields: [{ id: 'machine', type: 'string', role: 'group' }, ...fields],
      rows: machines.flat(),
    });
    expect(found?.result).toMatchObject({ value: 28.25 / 30, denominator: 30 });
  });

  it('says how many points it looked at, where these are not all', async () => {
    const thresholds = { ...generalProfile.thresholds, validity_records: 15 };
    const found = await validity(
      { fields, rows: [...first, ...second] },
      { ...generalProfile, name: 'short', thresholds },
    );
    expect(found).toMatchObject({ scanned: 15, result: { value: 13.25 / 15 } });
  });

  it.each([
    ['too_few_records', fields, second.slice(0, 10)],
    ['no_time_field', fields.slice(1), second.map((row) => row.slice(1))],
  ] as const)('tells why there is none: %s', async (reason, columns, rows) => {
    expect((await validity({ fields: columns, rows }))?.result).toMatchObject({ reason });
  });
});
