import { rowSet } from '../facts/rows.ts';
import { timeSampling } from '../folds/time-sampling.ts';
import { gbt36344, type Measure, ratio } from './measure.ts';
import { overTimeline } from './time.ts';

export const uniqueTimes: Measure = {
  id: 'unique_times',
  version: 1,
  name: { zh: '时间点唯一率', en: 'Points with a time of their own' },
  formula: {
    zh: '1 − 与同一序列中前面的点时间相同的点数 / 时间点数',
    en: '1 − points with the time of an earlier point of their series / points',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0503', 'unverified')],
  requires: ['field with role time'],
  folds: [timeSampling],
  observe: (table) =>
    overTimeline(table, ({ allPoints, repeated, repeatedRows }) => ({
      value: ratio(allPoints - repeated, allPoints),
      ...(repeated > 0 && {
        evidence: {
          count: repeated,
          rows: repeatedRows,
          ...(repeatedRows.length === repeated && { affected: rowSet(repeatedRows) }),
          query: table.question({
            where: [{ field: 'row', op: 'in', value: repeatedRows.slice(0, 1000) }],
          }),
        },
      }),
    })),
  vector: {
    fields: [
      { id: 'machine', type: 'string', role: 'group' },
      { id: 't', type: 'datetime', role: 'time' },
    ],
    rows: [
      ['a', '2026-03-01T08:00:00'],
      ['b', '2026-03-01T08:00:00'],
      ['a', '2026-03-01T08:01:00'],
      ['a', '2026-03-01T08:01:00'],
      ['b', '2026-03-01T08:01:00'],
    ],
    expected: [{ field: 't', value: 0.8 }],
    source: 'of 5 records the fourth has the time of the third, which is of the same machine',
  },
};
