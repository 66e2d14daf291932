import { beyond } from '../facts/fence.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { gbt36344, iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const rangeValidity: Measure = {
  id: 'range_validity',
  version: 2,
  name: { zh: '取值范围符合率', en: 'Values within the declared range' },
  formula: { zh: '在声明范围内的值数 / 有值的单元数', en: 'values within the declared range / values' },
  direction: 'higher_is_better',
  standards: [gbt36344('0104', 'unverified'), gbt36344('0301', 'unverified'), iso5259('Acc-ML-6')],
  requires: ['range of a field'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const facts of table.fields) {
      const { range } = facts.field;
      if (!range || !isNumeric(facts.field)) continue;
      const found = await beyond(table, facts, { low: range.min, high: range.max });
      const value = ratio(facts.present - facts.notFinite - (found?.count ?? 0), facts.present);
      observations.push({
        field: facts.field.id,
        value,
        ...(found && { evidence: { ...found, detail: limits(range) } }),
      });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_declared_range', ['range of a field']) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', range: { min: 0, max: 10 } },
      { id: 'b', type: 'number', range: { max: 5 } },
      { id: 'c', type: 'number' },
    ],
    rows: [
      [0, 5, 1],
      [10, 6, 1],
      [-0.1, null, 99],
      [10.5, -99, 1],
    ],
    expected: [
      { field: 'a', value: 0.5 },
      { field: 'b', value: 2 / 3 },
    ],
    source: 'limits belong to the range: 2 of 4 and 2 of 3 values',
  },
};

function limits(range: { readonly min?: number; readonly max?: number }) {
  return {
    ...(range.min !== undefined && { min: range.min }),
    ...(range.max !== undefined && { max: range.max }),
  };
}
