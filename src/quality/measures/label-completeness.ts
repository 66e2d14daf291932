import { labelsOf } from '../facts/labels.ts';
import { iso5259, type Measure, notMeasured, ratio } from './measure.ts';

export const labelCompleteness: Measure = {
  id: 'label_completeness',
  version: 1,
  name: { zh: '标签完整率', en: 'Label completeness' },
  formula: { zh: '有标签的记录数 / 记录总数', en: 'records with a label / all records' },
  direction: 'higher_is_better',
  standards: [iso5259('Com-ML-5')],
  requires: ['field with role label'],
  async observe(table) {
    const labels = table.fields.filter(({ field }) => field.role === 'label');
    if (labels.length === 0) return [{ value: notMeasured('no_label_field', ['field with role label']) }];
    if (labelsOf(table).length === 0 && table.rows === 0)
      return [{ value: notMeasured('no_values', ['values']) }];
    return labels.map(({ field, present }) => ({ field: field.id, value: ratio(present, table.rows) }));
  },
  vector: {
    fields: [
      { id: 'x', type: 'number' },
      { id: 'class', type: 'string', role: 'label' },
    ],
    rows: [
      [1, 'a'],
      [2, null],
      [null, 'b'],
      [4, 'a'],
    ],
    expected: [{ field: 'class', value: 0.75 }],
    source: '3 of 4 records have a label',
  },
};
