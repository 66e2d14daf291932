import { iso5259, type Measure, notMeasured, ratio } from './measure.ts';

export const varyingFields: Measure = {
  id: 'varying_fields',
  version: 1,
  name: { zh: '有变化的字段占比', en: 'Fields that vary' },
  formula: {
    zh: '取两个以上不同值的字段数 / 有值的字段数',
    en: 'fields with two or more different values / fields with values',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Eft-ML-1')],
  requires: [],
  async observe(table) {
    if (table.rows < 2) return [{ value: notMeasured('too_few_records', ['two records']) }];
    const counted = table.fields.filter(({ field, present }) => present > 0 && field.type !== 'structure');
    const constant = counted.filter(({ constant }) => constant);
    const all = { value: ratio(counted.length - constant.length, counted.length) };
    return [
      all,
      ...constant.map(({ field, present }) => ({
        field: field.id,
        value: ratio(0, 1),
        evidence: { count: present, rows: [] },
      })),
    ];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number' },
      { id: 'b', type: 'string' },
      { id: 'c', type: 'number' },
      { id: 'd', type: 'number' },
    ],
    rows: [
      [1, 'x', null, 7],
      [2, 'x', null, null],
      [3, 'x', null, 7],
      [3, 'x', null, 8],
    ],
    expected: [{ value: 2 / 3 }, { field: 'b', value: 0 }],
    source: 'b is constant, c is empty and does not count',
  },
};
