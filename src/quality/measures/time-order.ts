import { gbt36344, type Measure, ratio } from './measure.ts';
import { overTimeFields } from './time.ts';

export const timeOrder: Measure = {
  id: 'time_order',
  version: 1,
  name: { zh: '时序正确率', en: 'Records in order of time' },
  formula: {
    zh: '不早于前一条记录的记录数 / 有前一条记录的记录数（按组分别计算）',
    en: 'records not before the one ahead of them / records with one ahead of them (per group)',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0503')],
  requires: ['field with role time'],
  observe: (table) =>
    overTimeFields(table, ({ steps, backward, backwardRows }) => ({
      value: ratio(steps - backward, steps),
      ...(backward > 0 && { evidence: { count: backward, rows: backwardRows } }),
    })),
  vector: {
    fields: [
      { id: 'machine', type: 'string', role: 'group' },
      { id: 't', type: 'datetime', role: 'time' },
    ],
    rows: [
      ['a', '2026-03-01T08:00:00'],
      ['b', '2026-03-01T07:00:00'],
      ['a', '2026-03-01T08:01:00'],
      ['b', '2026-03-01T06:59:00'],
      ['a', '2026-03-01T08:02:00'],
      ['b', '2026-03-01T07:02:00'],
    ],
    expected: [{ field: 't', value: 0.75 }],
    source: 'of 4 records with one ahead of them in their group, the second of b goes back',
  },
};
