import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/quality/repair/actions/index.ts';
import type { Change } from '../../../src/quality/repair/change.ts';
import { planTables, rewrite } from '../../../src/quality/repair/index.ts';
import type { FieldType, Finding, Repair, Scalar } from '../../../src/workspace/index.ts';
import { repairActions } from '../../../src/workspace/index.ts';
import { madeDataset } from '../made-dataset.ts';

const finding: Finding = {
  id: 'found:records:x',
  kind: 'found',
  severity: 'minor',
  recordSet: 'records',
  fields: ['x'],
  count: 1,
  rows: [1],
  message: {},
  remedy: {},
};

function remedy(
  action: Repair['action'],
  type: FieldType,
  parameters: Readonly<Record<string, Scalar>> = {},
  affected: readonly (readonly [number, number])[] = [[1, 1]],
) {
  const field = { id: 'x', name: 'x', description: {}, type, unit: null, role: null };
  const recordSet = { id: 'records', title: {}, rows: 10, fields: [field] };
  const repair: Repair = { action, loses: {}, reversible: false, parameters };
  return { finding, repair, recordSet, affected };
}

function cells(action: Repair['action'], type: FieldType, parameters?: Readonly<Record<string, Scalar>>) {
  const found = actions.find((one) => one.action === action);
  const [change] = found?.changes(remedy(action, type, parameters)) ?? [];
  if (change?.kind !== 'cells') throw new Error(`${action} changes no cells`);
  return change satisfies Change;
}

it('there is one for each remedy', () => {
  expect(actions.map(({ action }) => action).toSorted()).toEqual([...repairActions].toSorted());
});

describe('converting a unit', () => {
  it.each([
    ['70.34', 5 / 9, -160 / 9, '21.3'],
    ['0.492', 25.4, undefined, '12.4968'],
    ['21300', 0.001, 0, '21.3'],
    ['-40', 5 / 9, -160 / 9, '-40'],
  ])('%s · %d + %s = %s', (text, factor, offset, expected) => {
    const parameters = { factor, ...(offset !== undefined && { offset }) };
    expect(cells('convert_unit', 'number', parameters).to(text)).toBe(expected);
  });

  it('makes numbers of integers where the factor is none', () => {
    expect(cells('convert_unit', 'integer', { factor: 1000 }).type).toBeUndefined();
    expect(cells('convert_unit', 'integer', { factor: 0.001 }).type).toBe('number');
  });

  it.each(['9007199254740993', 'x', 'inf', ''])('refuses %j', (text) => {
    expect(() => cells('convert_unit', 'integer', { factor: 10 }).to(text)).toThrowError(/exactly/);
  });
});

describe('shifting a time', () => {
  it.each([
    ['2026-03-01 08:00:00', -3_600_000, '2026-03-01 07:00:00'],
    ['2026-03-01 00:00:00.000001', -1, '2026-02-28 23:59:59.999001'],
    ['1969-12-31 23:59:59.5', 1000, '1970-01-01 00:00:00.5'],
    ['2026-03-01 08:00:00+00', 86_400_000, '2026-03-02 08:00:00+00'],
  ])('%s by %d ms is %s', (text, offset, expected) => {
    expect(cells('shift_time', 'datetime', { offset }).to(text)).toBe(expected);
  });

  it('there and back is where it was', () => {
    const moment = fc.record({
      second: fc.integer({ min: -30_000_000_000, max: 100_000_000_000 }),
      micro: fc.integer({ min: 0, max: 999_999 }),
      offset: fc.integer({ min: -1e10, max: 1e10 }),
    });
    fc.assert(
      fc.property(moment, ({ second, micro, offset }) => {
        const iso = new Date(second * 1000).toISOString();
        const digits = micro === 0 ? '' : `.${String(micro).padStart(6, '0').replace(/0+$/, '')}`;
        const text = `${iso.slice(0, 10)} ${iso.slice(11, 19)}${digits}`;
        const there = cells('shift_time', 'datetime', { offset }).to(text);
        expect(cells('shift_time', 'datetime', { offset: -offset }).to(there)).toBe(text);
      }),
    );
  });

  it('moves numbers in their own unit, and refuses what it cannot', () => {
    expect(cells('shift_time', 'number', { offset: 0.2 }).to('0.1')).toBe('0.3');
    expect(cells('shift_time', 'integer', { offset: -5 }).to('12')).toBe('7');
    expect(cells('shift_time', 'integer', { offset: 1 }).to('9007199254740992')).toBe('9007199254740993');
    expect(() => cells('shift_time', 'integer', { offset: 0.5 }).to('12')).toThrowError(/exactly/);
    expect(() => cells('shift_time', 'string', { offset: 1 }).to('8 o’clock')).toThrowError(/exactly/);
    expect(() =>
      cells('shift_time', 'datetime', { offset: 86_400_000 }).to('9999-12-31 08:00:00'),
    ).toThrowError();
    expect(() => cells('shift_time', 'datetime', {})).toThrowError(/offset/);
  });
});

it('sorts counts within their series, and dates across them', () => {
  const [sort] = actions.filter(({ action }) => action === 'sort_by_time');
  const one = remedy('sort_by_time', 'integer', { field: 'x' });
  const engine = {
    id: 'engine',
    name: 'engine',
    description: {},
    type: 'integer',
    unit: null,
    role: 'group',
  } as const;
  const recordSet = { ...one.recordSet, fields: [engine, ...one.recordSet.fields] };
  expect(sort?.changes({ ...one, recordSet })).toEqual([{ kind: 'sort', by: ['engine', 'x'] }]);
  const dates = remedy('sort_by_time', 'datetime', { field: 'x' });
  expect(sort?.changes(dates)).toEqual([{ kind: 'sort', by: ['x'] }]);
});

it('a cell that one remedy corrects is not emptied by another, whose records are known', async () => {
  const { entry, tables } = await madeDataset({
    fields: [{ id: 'x', type: 'number' }],
    rows: [[20], [70.34], [999], [null], [21]],
  });
  const [recordSet] = entry.recordSets;
  if (!recordSet) throw new Error('no record set');
  const [plan] = planTables(entry, [
    { ...remedy('set_missing', 'number', {}, [[2, 4]]), recordSet },
    { ...remedy('convert_unit', 'number', { factor: 5 / 9, offset: -160 / 9 }, [[2, 2]]), recordSet },
  ]);
  if (!plan) throw new Error('no plan');
  const rewriting = rewrite(tables, entry.id, plan);
  const texts: (string | null)[] = [];
  for await (const [column = []] of rewriting.batches) texts.push(...column);
  expect(texts).toEqual(['20.0', '21.3', null, null, '21.0']);
  expect(plan.steps.map((step) => step.remedy.repair.action)).toEqual(['convert_unit', 'set_missing']);
  expect(rewriting.touched).toEqual([
    { records: 1, cells: 1, left: 0 },
    { records: 1, cells: 1, left: 1 },
  ]);
  const unknown = { ...remedy('set_missing', 'number'), recordSet, affected: undefined };
  expect(() => planTables(entry, [unknown])).toThrowError(/one by one/);
});
