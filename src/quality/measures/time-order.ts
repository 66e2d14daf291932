import { isTimeField } from '../facts/pass.ts';
import { timeSteps } from '../folds/time-steps.ts';
import { gbt36344, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const timeOrder: Measure = {
  id: 'time_order',
  version: 2,
  name: { zh: '时序正确率', en: 'Records in order of time' },
  formula: {
    zh: '不早于前一条记录的记录数 / 有前一条记录的记录数（按组分别计算）',
    en: 'records not before the one ahead of them / records with one ahead of them (per group)',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0503')],
  requires: ['field with role time'],
  folds: [timeSteps],
  async observe(table) {
    const fields = table.fields.filter(({ field }) => field.role === 'time');
    if (fields.length === 0) return [{ value: notMeasured('no_time_field', ['field with role time']) }];
    const series = (await table.fold(timeSteps)) ?? [];
    const { records, passedOver } = await table.coverage();
    return fields.map(({ field }): Observation => {
      const parts = series.flatMap(({ result }) => result.get(field.id) ?? []);
      if (!isTimeField(field)) return { field: field.id, value: notMeasured('time_is_text', []) };
      const steps = parts.reduce((sum, part) => sum + part.steps, 0);
      const backward = parts.reduce((sum, part) => sum + part.backward, 0);
      const rows = parts.flatMap((part) => part.rows).toSorted((a, b) => a - b);
      return {
        field: field.id,
        value: ratio(steps - backward, steps),
        ...(passedOver > 0 && { scanned: records - passedOver }),
        ...(backward > 0 && {
          evidence: { count: backward, rows, affected: [[1, table.rows]] as const },
        }),
      };
    });
  },
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
