import { breathe } from '../breathe.ts';
import { isMeasurement } from '../facts/field-facts.ts';
import { quantileOf } from '../facts/sample.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

export const unsaturatedValues: Measure = {
  id: 'unsaturated_values',
  version: 2,
  name: { zh: '未饱和值占比', en: 'Values that are not saturated' },
  formula: {
    zh: '1 − 饱和值数 / 有值的单元数；饱和：恰好等于该字段的最大或最小值，且堆积远多于紧邻一段的密度',
    en: "1 − saturated values / values; saturated: exactly the field's largest or smallest value, and far more of them than the values next to it explain",
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-6'), tc609('0208')],
  requires: ['field with role measurement'],
  async observe(table) {
    const fields = table.fields.filter(({ field, constant }) => isMeasurement(field) && !constant);
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    const observations: Observation[] = [];
    for (const facts of fields) {
      observations.push(await observed(table, facts));
      await breathe();
    }
    return observations;
  },
  vector: {
    fields: [{ id: 'a', type: 'number', role: 'measurement' }],
    rows: Array.from({ length: 400 }, (_, place) => [Math.min(90, (place * 37) % 101)]),
    expected: [{ field: 'a', value: 1 - 43 / 400 }],
    source: 'values from 0 to 100 that are cut at 90: 43 lie there, four at each other value',
  },
};

/** Nothing, and the whole of a share or a percentage, are usual amounts of something. */
const naturalEnds = new Set([0, 1, 100]);

async function observed(table: TableFacts, facts: FieldFacts): Promise<Observation> {
  const { field, present, min, max, distinct } = facts;
  const { saturated_values, saturated_share, saturated_ratio, saturated_beside, saturated_visits } =
    table.thresholds;
  if (min === null || max === null || (distinct ?? 0) < saturated_values) {
    return { field: field.id, value: notMeasured('too_few_values', ['values']) };
  }
  const sample = await table.sample();
  const values = sample.sorted(field.id);
  const near = (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / 4;
  for (const end of [max, min]) {
    if (naturalEnds.has(end) || near <= 0) continue;
    const at = values.reduce((count, value) => count + (value === end ? 1 : 0), 0);
    const beside = values.filter((value) => value !== end && Math.abs(value - end) <= near);
    const usual = beside.length / Math.max(1, new Set(beside).size);
    if (at < values.length * saturated_share || at < saturated_ratio * usual || at < 10) continue;
    // A level apart from all others is one at which the machine rests; one long stay is held, or stuck.
    if (beside.length < at * saturated_beside) continue;
    if (visits(sample.column(field.id), end) < saturated_visits) continue;
    const where = [{ field: field.id, op: '=', value: end } as const];
    const { matched, rowNumbers } = await table.ask({ where });
    return {
      field: field.id,
      value: ratio(present - matched, present),
      evidence: {
        count: matched,
        rows: rowNumbers ?? [],
        query: table.question({ where }),
        detail: { end, side: end === max ? 'upper' : 'lower' },
      },
    };
  }
  return { field: field.id, value: ratio(present, present) };
}

/** How often a column comes to a value from another one. */
function visits(column: Float64Array, to: number): number {
  let count = 0;
  let last = Number.NaN;
  for (const value of column) {
    if (value === to && last !== to) count += 1;
    if (!Number.isNaN(value)) last = value;
  }
  return count;
}
