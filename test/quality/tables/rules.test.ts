import { expect, it } from 'vitest';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined, type Fields } from './report.ts';

const fields: Fields = [
  { id: 'width', type: 'number', role: 'measurement', unit: 'mm' },
  { id: 'length', type: 'number', role: 'measurement', unit: 'mm' },
  { id: 'area', type: 'number', role: 'measurement', unit: 'mm2' },
  { id: 'kind', type: 'string' },
];

const rowsOf = (count = 200): Cell[][] =>
  Array.from({ length: count }, (_, place) => {
    const [width, length] = [5 + (place % 17) / 10, 8 + (place % 23) / 10];
    return [width, length, width * length, place % 2 === 0 ? 'plate' : 'bar'];
  });

const rules = (...conditions: readonly (readonly [condition: string, tolerance?: number])[]) => ({
  rules: conditions.map(([condition, tolerance], place) => ({
    id: `r${place + 1}`,
    condition,
    description: {},
    ...(tolerance !== undefined && { tolerance }),
  })),
});

it('a rule that records break is found with all of them, those that cannot be decided apart', async () => {
  const rows = rowsOf();
  for (const place of [9, 10, 150]) rows[place]?.splice(2, 1, 1);
  for (const place of [20, 21]) rows[place]?.splice(0, 1, null);
  const { finding, affected, report } = await examined(fields, rows, rules(['area = width * length', 0.001]));
  expect(finding('rule_violation')).toMatchObject({
    id: 'rule_violation:records:r1',
    fields: ['area', 'width', 'length'],
    severity: 'major',
    count: 3,
    rows: [10, 11, 151],
    message: {
      en: 'The rule `area = width * length` ± 0.1 % does not hold in 3 of 198 records (1.5 %); 2 more lack a value and cannot be decided.',
    },
  });
  expect(affected('rule_violation')).toEqual([
    [10, 11],
    [151, 151],
  ]);
  expect(finding('rule_undetermined')).toMatchObject({ count: 2, severity: 'info' });
  expect(report.brief.safe_filters).toContainEqual({
    recordSet: 'records',
    field: 'row',
    op: 'not_in',
    value: [10, 11, 151],
  });
  const measure = report.measures.find(({ id }) => id === 'rule_conformance');
  expect(measure?.result).toMatchObject({ numerator: 195, denominator: 198 });
});

it('rules are told apart, read text, and allow a tolerance', async () => {
  const rows = rowsOf();
  rows[0]?.splice(3, 1, 'bar');
  const { report } = await examined(
    fields,
    rows,
    rules(['area = width * length'], ['kind = "plate" implies width < 5.05'], ['area >= width']),
  );
  const violations = report.findings.filter(({ kind }) => kind === 'rule_violation');
  expect(violations.map(({ id }) => id)).toEqual(['rule_violation:records:r2']);
});

it('a rule over a field that is not there is said to be inapplicable', async () => {
  const { finding, kinds } = await examined(fields, rowsOf(), rules(['height > 0']));
  expect(kinds).not.toContain('rule_violation');
  expect(finding('rule_undetermined')?.message.en).toBe(
    'The rule `height > 0` cannot be applied: there is no field height.',
  );
});
