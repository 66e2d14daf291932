import { describe, expect, it } from 'vitest';
import { qualityReportSchema, type TestVector } from '../../../src/quality/index.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { reportFor } from './scenario.ts';

const fields: TestVector['fields'] = [
  { id: 'machine', type: 'string', role: 'group' },
  { id: 'time', type: 'datetime', role: 'time' },
  { id: 'temperature', type: 'number', role: 'measurement', unit: '°C' },
  { id: 'load', type: 'number' },
  { id: 'fault', type: 'string', role: 'label' },
];

/** Machine A every 10 s, machine B every 60 s; a fault in one record of ten. */
const rows = ['A', 'B'].flatMap((machine) =>
  Array.from({ length: machine === 'A' ? 60 : 40 }, (_, place) => {
    const at = Date.UTC(2026, 1, 28) + place * (machine === 'A' ? 10_000 : 60_000);
    const fault = place % 10 === 3 ? 'worn' : 'none';
    return [machine, new Date(at).toISOString().slice(0, 19), 20 + (place % 37) + place / 7, place, fault];
  }),
);
const table = { fields, rows };

type Demand = Parameters<typeof reportFor>[1][number];

async function resultOf(demand: Demand, about = {}, from: Pick<TestVector, 'fields' | 'rows'> = table) {
  const report = await reportFor(from, [demand], about);
  expect(qualityReportSchema.safeParse(report).error).toBeUndefined();
  const [result] = report.requirements;
  if (!result) throw new Error('no result');
  expect(result.reason.zh, 'a Chinese reason').toBeTruthy();
  expect(result.reason.en, 'an English reason').toBeTruthy();
  return result;
}

describe('each kind of demand', () => {
  it.each<[string, Demand, object]>([
    [
      'a field by id',
      { kind: 'field', field: ['temperature'] },
      { status: 'met', by: 'records.temperature' },
    ],
    ['a name in other letters', { kind: 'field', field: ['Temperature'] }, { status: 'met' }],
    ['a unit that converts', { kind: 'field', field: ['temperature'], unit: 'K' }, { status: 'met' }],
    ['a unit that does not', { kind: 'field', field: ['temperature'], unit: 'Pa' }, { status: 'missing' }],
    ['an unknown unit', { kind: 'field', field: ['load'], unit: 'kN' }, { status: 'not_measured' }],
    ['an unknown role', { kind: 'field', field: ['load'], role: 'setpoint' }, { status: 'not_measured' }],
    ['another role', { kind: 'field', field: ['fault'], role: 'status' }, { status: 'partly' }],
    ['no such field', { kind: 'field', field: ['humidity'] }, { status: 'missing' }],
    [
      'the second name',
      { kind: 'field', field: ['humidity', 'load'] },
      { status: 'met', by: 'records.load' },
    ],
    [
      'a rate that all series have',
      { kind: 'rate', field: ['time'], interval: 60 },
      { status: 'met', actual: 60 },
    ],
    [
      'a rate of one series',
      { kind: 'rate', field: ['time'], interval: 30 },
      { status: 'partly', actual: 60 },
    ],
    ['a rate of none', { kind: 'rate', field: ['time'], interval: 1 }, { status: 'missing' }],
    ['a rate of no time', { kind: 'rate', field: ['load'], interval: 1 }, { status: 'not_measured' }],
    ['records', { kind: 'volume', records: 100 }, { status: 'met', actual: 100 }],
    ['too few records', { kind: 'volume', records: 101 }, { status: 'partly', actual: 100 }],
    ['records per group', { kind: 'volume', records: 40, per: ['machine'] }, { status: 'met', actual: 40 }],
    ['a small group', { kind: 'volume', records: 50, per: ['machine'] }, { status: 'partly', actual: 40 }],
    ['small groups', { kind: 'volume', records: 61, per: ['machine'] }, { status: 'missing' }],
    ['values', { kind: 'coverage', field: ['machine'], values: ['A', 'B'] }, { status: 'met', actual: 1 }],
    [
      'an absent value',
      { kind: 'coverage', field: ['machine'], values: ['A', 'C'] },
      { status: 'partly', actual: 0.5 },
    ],
    [
      'half of them',
      { kind: 'coverage', field: ['machine'], values: ['A', 'C'], share: 0.5 },
      { status: 'met' },
    ],
    ['numbers as texts', { kind: 'coverage', field: ['load'], values: ['3', 7] }, { status: 'met' }],
    [
      'a range',
      { kind: 'coverage', field: ['load'], range: { min: 0, max: 59, bins: 6 } },
      { status: 'met', actual: 1 },
    ],
    [
      'a range beyond',
      { kind: 'coverage', field: ['load'], range: { min: 0, max: 120, bins: 4 } },
      { status: 'partly', actual: 0.5 },
    ],
    ['labels', { kind: 'labels', field: ['fault'], records: 10 }, { status: 'met', actual: 10 }],
    ['few labels', { kind: 'labels', field: ['fault'], records: 11 }, { status: 'partly', actual: 10 }],
    [
      'a class that is absent',
      { kind: 'labels', field: ['fault'], classes: ['worn', 'broken'], records: 5 },
      { status: 'partly', actual: 0 },
    ],
    ['fresh records', { kind: 'freshness', field: ['time'], days: 2 }, { status: 'met', actual: 1.47 }],
    ['old records', { kind: 'freshness', days: 1 }, { status: 'missing', actual: 1.47 }],
    [
      'a measure',
      { kind: 'quality', measure: 'value_completeness', field: ['load'], op: '>=', value: 1 },
      { status: 'met', by: 'records.load', actual: 1 },
    ],
    [
      'a measure of all',
      { kind: 'quality', measure: 'value_completeness', op: '<', value: 0.9 },
      { status: 'missing' },
    ],
    [
      'an unknown measure',
      { kind: 'quality', measure: 'beauty', op: '>', value: 0 },
      { status: 'not_measured' },
    ],
  ])('%s', async (_, demand, expected) => {
    expect(await resultOf(demand)).toMatchObject(expected);
  });

  it('takes the publication where no record has a time', async () => {
    const still = { fields: fields.slice(3), rows: rows.map((row) => row.slice(3)) };
    const published = { publication: { datePublished: '2026-02-01' } };
    expect(await resultOf({ kind: 'freshness', days: 30 }, published, still)).toMatchObject({
      status: 'met',
    });
    expect(await resultOf({ kind: 'freshness', days: 28 }, published, still)).toMatchObject({
      status: 'missing',
    });
    expect(await resultOf({ kind: 'freshness', days: 28 }, { publication: {} }, still)).toMatchObject({
      status: 'not_measured',
    });
  });

  it('does not believe records of the future', async () => {
    const late = { fields, rows: rows.map((row) => row.with(1, '2031-01-01T00:00:00')) };
    expect(await resultOf({ kind: 'freshness', days: 2 }, {}, late)).toMatchObject({
      status: 'not_measured',
    });
  });

  it('a field without one value is missing', async () => {
    const empty = { fields, rows: rows.map((row): Cell[] => [...row.slice(0, 3), null, ...row.slice(4)]) };
    expect(await resultOf({ kind: 'field', field: ['load'] }, {}, empty)).toMatchObject({
      status: 'missing',
    });
  });
});

describe('the verdict', () => {
  const clean = { fields, rows };

  it('is fit for one scenario and unfit for another', async () => {
    const small = await reportFor(clean, [{ kind: 'volume', records: 50 }]);
    const large = await reportFor(clean, [{ kind: 'volume', records: 5000 }]);
    expect(small.hash).toBe(large.hash);
    expect(small.verdict).not.toBe('unfit');
    expect(large.verdict).toBe('unfit');
    expect(large.gates.find(({ id }) => id === 'requirement:r1')).toMatchObject({ passed: false });
  });

  it('is unknown where a required demand cannot be measured', async () => {
    const report = await reportFor(clean, [{ kind: 'field', field: ['load'], unit: 'kN' }]);
    expect(report.verdict).toBe('unknown');
  });

  it('names unmet demands in the brief', async () => {
    const report = await reportFor(clean, [
      { kind: 'field', field: ['humidity'] },
      { kind: 'rate', field: ['time'], interval: 1, level: 'wanted' },
      { kind: 'volume', records: 1 },
    ]);
    const { do_not_use_for, must_mention } = report.brief;
    expect(do_not_use_for[0]?.en).toMatch(/Demand 1\. There is no field named `humidity`/);
    expect(do_not_use_for[0]?.zh).toMatch(/需求1.*`humidity`/);
    expect(must_mention.at(-1)?.en).toMatch(/Demand 2/);
    expect(JSON.stringify(report.brief)).not.toContain('Demand 3');
  });
});
