import { isMeasurement } from '../facts/field-facts.ts';
import { repeatedExtremeOf } from '../facts/repeated-extreme.ts';
import { beyondFence } from '../folds/beyond-fence.ts';
import { iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

export const nonOutliers: Measure = {
  id: 'non_outliers',
  version: 2,
  name: { zh: '非离群值占比', en: 'Values that are no outliers' },
  formula: {
    zh: '修正 z 分数（中位数两侧分别计算绝对中位差）不超过阈值的值数 / 有值的单元数',
    en: 'values whose modified z-score (a median absolute deviation per side) is within the threshold / values',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-4', 'reported'), tc609('0208')],
  requires: ['field with role measurement'],
  folds: [beyondFence],
  async observe(table) {
    const fields = table.fields.filter(({ field }) => isMeasurement(field));
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    if (fields.length > table.thresholds.most_fields) return [{ value: notMeasured('too_many_fields', []) }];
    const found = (await table.fold(beyondFence)) ?? [];
    const observations: Observation[] = [];
    for (const facts of fields) {
      const { id } = facts.field;
      const parts = found.flatMap(({ result }) => result.get(id) ?? []);
      const [first] = parts;
      if (!first) {
        observations.push({ field: id, value: notMeasured('half_of_the_values_are_equal', []) });
        continue;
      }
      const { fence } = first;
      const count = parts.reduce((sum, part) => sum + part.count, 0);
      const rows = parts.flatMap((part) => part.rows).toSorted((a, b) => a - b);
      const where = [{ field: id, op: 'not_between', value: [fence.low, fence.high] } as const];
      const repeated = count > 0 && (await repeatedExtremeOf(table, facts, fence));
      observations.push({
        field: id,
        value: ratio(facts.present - facts.notFinite - count, facts.present),
        ...(count > 0 && {
          evidence: { count, rows, query: table.question({ where }), detail: { ...fence } },
        }),
        ...(repeated && { repeated }),
      });
    }
    return observations;
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
      [6, 1],
      [7, 2],
      [8, 3],
      [100, 4],
    ],
    expected: [
      { field: 'a', value: 8 / 9 },
      { field: 'b', value: 'half_of_the_values_are_equal' },
    ],
    source: 'median 5, deviation 2 on either side, limits 5 ± 3.5/0.6745·2 = −5.38 and 15.38',
  },
};
