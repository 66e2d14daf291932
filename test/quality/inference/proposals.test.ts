import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDataset, type TestVector } from '../../../src/quality/index.ts';
import type { Cell, Proposal } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

type Fields = TestVector['fields'];

const wobble = (place: number): number => Math.sin(place * 1.7) + Math.sin(place * 0.37);

async function reportOf(fields: Fields, rows: readonly (readonly Cell[])[], recordSet = {}) {
  return checkDataset('made', await madeDataset({ fields, rows, recordSet }));
}

const of = (proposals: readonly Proposal[], id: string) => proposals.find((one) => one.id === id);

describe('what is proposed where nothing is declared', () => {
  const fields: Fields = [
    { id: 'part_id', type: 'string' },
    { id: 'measured', type: 'datetime' },
    { id: 'machine', type: 'string' },
    { id: 'temp_c', type: 'number' },
    { id: '炉温', type: 'number' },
    { id: 'fault', type: 'string' },
  ];
  const rows = Array.from({ length: 400 }, (_, place) => [
    `P${place}`,
    new Date(Date.UTC(2026, 0, 1) + place * 60_000).toISOString().slice(0, 19),
    `M${place % 4}`,
    60 + 8 * wobble(place),
    900 + 40 * wobble(place + 3),
    place % 9 === 0 ? 'worn' : 'none',
  ]);

  it('roles, units, ranges, values and a key, each with a reason in both languages', async () => {
    const { proposals } = await reportOf(fields, rows);
    const role = (field: string) => of(proposals, `role:records.${field}`)?.value;
    expect(fields.map(({ id }) => role(id))).toEqual([
      'identifier',
      'time',
      'group',
      'measurement',
      'measurement',
      'label',
    ]);
    expect(of(proposals, 'unit:records.temp_c')).toMatchObject({ value: '°C', confidence: 0.9 });
    expect(of(proposals, 'unit:records.炉温')?.confidence).toBeLessThan(0.5);
    expect(of(proposals, 'values:records.fault')?.value).toEqual(['none', 'worn']);
    expect(of(proposals, 'key:records')?.value).toEqual(['part_id']);
    const range = z.object({ min: z.number(), max: z.number() });
    const { min, max } = range.parse(of(proposals, 'range:records.temp_c')?.value);
    expect(min).toBeLessThan(44.5);
    expect(min).toBeGreaterThanOrEqual(0);
    expect(max).toBeGreaterThan(75.5);
    for (const { reason, confidence } of proposals) {
      expect([reason.zh, reason.en].every(Boolean)).toBe(true);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    const sure = proposals.map(({ confidence }) => confidence);
    expect(sure).toEqual(sure.toSorted((a, b) => b - a));
  });

  it('nothing that is declared', async () => {
    const declared: Fields = fields.map((field) => ({
      ...field,
      role: field.id === 'measured' ? 'time' : 'measurement',
      unit: 'x',
      range: { min: -5000, max: 5000 },
      declared: { interval: 60, ...(field.type === 'string' && { pattern: '.*' }) },
    }));
    const { proposals } = await reportOf(declared, rows, { key: ['part_id'] });
    expect(proposals).toEqual([]);
  });

  it('the interval of a declared time', async () => {
    const timed: Fields = fields.map((field) =>
      field.id === 'measured' ? { ...field, role: 'time' } : field,
    );
    const { proposals } = await reportOf(timed, rows);
    expect(of(proposals, 'interval:records.measured')).toMatchObject({ value: 60, confidence: 0.95 });
  });

  it('two fields as a key where one does not do', async () => {
    const { proposals } = await reportOf(
      [
        { id: 'machine', type: 'string' },
        { id: 'day', type: 'date' },
      ],
      Array.from({ length: 120 }, (_, place) => [
        `M${place % 4}`,
        new Date(Date.UTC(2026, 0, 1 + Math.floor(place / 4))).toISOString().slice(0, 10),
      ]),
    );
    expect(of(proposals, 'key:records')?.value).toEqual(['machine', 'day']);
  });

  it('changes no measure, finding or verdict', async () => {
    const made = await madeDataset({ fields, rows });
    const whole = await checkDataset('made', made);
    const without = await checkDataset('made', { ...made, only: whole.definitions.map(({ id }) => id) });
    expect(without.proposals).toEqual([]);
    expect([whole.measures, whole.findings, whole.verdict]).toEqual([
      without.measures,
      without.findings,
      without.verdict,
    ]);
  });

  it('at most 200 for a table of many fields', async () => {
    const many: Fields = Array.from({ length: 300 }, (_, place) => ({ id: `f${place}`, type: 'number' }));
    const { proposals } = await reportOf(
      many,
      Array.from({ length: 60 }, (_, row) => many.map((__, place) => wobble(row * 3 + place * 17))),
    );
    expect(proposals).toHaveLength(200);
  }, 60_000);
});

describe('rules', () => {
  const numbers: Fields = ['severity', 'occurrence', 'detection', 'rpn'].map((id) => ({
    id,
    type: 'integer',
  }));
  const risk = (place: number) => [1 + (place % 10), 1 + ((place * 7) % 9), 1 + ((place * 3) % 8)] as const;

  it('finds a product of three, also with a wrong record, and is then less sure', async () => {
    const rows = Array.from({ length: 300 }, (_, place) => {
      const [s, o, d] = risk(place);
      return [s, o, d, s * o * d];
    });
    const id = 'rule:records.rpn_product_severity_occurrence_detection';
    const right = of((await reportOf(numbers, rows)).proposals, id);
    expect(right).toMatchObject({
      confidence: 0.95,
      value: { condition: 'rpn = severity * occurrence * detection' },
    });
    const wrong = of((await reportOf(numbers, rows.with(29, [9, 9, 7, 500]))).proposals, id);
    expect(wrong?.confidence).toBe(0.8);
  });

  it('finds none among unrelated numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const fields: Fields = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, type: 'number' }));
        const rows = Array.from({ length: 120 }, (_, row) =>
          fields.map(
            (__, place) => ([300, 310, 0.4, 50, 1][place] ?? 0) + wobble(seed + row * (place + 1.3)),
          ),
        );
        const { proposals } = await reportOf(fields, rows);
        expect(proposals.filter(({ property }) => property === 'rule')).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
