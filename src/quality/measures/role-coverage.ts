import { gbt36344, type Measure, ratio } from './measure.ts';

export const roleCoverage: Measure = {
  id: 'role_coverage',
  version: 1,
  name: { zh: '字段用途标注率', en: 'Fields with a role' },
  formula: { zh: '已知用途的字段数 / 字段数', en: 'fields whose role is known / fields' },
  direction: 'higher_is_better',
  standards: [gbt36344('0103')],
  requires: [],
  async observe({ recordSet }) {
    const known = recordSet.fields.filter(({ role }) => role !== null);
    return [{ value: ratio(known.length, recordSet.fields.length) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number' },
    ],
    rows: [[1.5, 2.5]],
    expected: [{ value: 0.5 }],
    source: '1 of 2 fields',
  },
};
