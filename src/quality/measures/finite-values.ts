import { isNumeric } from '../facts/field-facts.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

const largest = Number.MAX_VALUE;

export const finiteValues: Measure = {
  id: 'finite_values',
  version: 1,
  name: { zh: '有限数值占比', en: 'Finite values' },
  formula: {
    zh: '不是 NaN 或无穷大的值数 / 有值的单元数',
    en: 'values that are neither NaN nor infinite / values',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-1'), tc609('0201')],
  requires: ['field of numbers'],
  async observe(table) {
    const numbers = table.fields.filter(({ field, present }) => isNumeric(field) && present > 0);
    if (numbers.length === 0) return [{ value: notMeasured('no_numbers', ['field of numbers']) }];
    const present = numbers.reduce((sum, one) => sum + one.present, 0);
    const notFinite = numbers.reduce((sum, one) => sum + one.notFinite, 0);
    const observations: Observation[] = [{ value: ratio(present - notFinite, present) }];
    for (const facts of numbers) {
      if (facts.notFinite === 0) continue;
      const { id } = facts.field;
      const where = [{ field: id, op: 'not_between', value: [-largest, largest] } as const];
      observations.push({
        field: id,
        value: ratio(facts.present - facts.notFinite, facts.present),
        evidence: await recordsWhere(table, where),
      });
    }
    return observations;
  },
  vector: {
    fields: [
      { id: 'a', type: 'number' },
      { id: 'b', type: 'integer' },
    ],
    rows: [
      [1, 1],
      ['NaN', 2],
      ['Infinity', 3],
      [null, 4],
      ['-Infinity', 5],
      [6, 6],
    ],
    expected: [{ value: 8 / 11 }, { field: 'a', value: 2 / 5 }],
    source: 'of five values of a, one is NaN and two are infinite; what is missing does not count',
  },
};
