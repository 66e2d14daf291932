import { isMeasurement } from '../facts/field-facts.ts';
import { isTimeField } from '../facts/pass.ts';
import { openingValidity } from '../folds/opening-validity.ts';
import { iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';
import { iotdbExample } from './time.ts';

export const seriesValidity: Measure = {
  id: 'series_validity',
  version: 1,
  name: { zh: '时序有效率', en: 'Validity of series' },
  formula: {
    zh: '1 − 0.25 ×（离群的值数 + 变化量数 + 变化速度数 + 速度变化量数）/ 点数；离群：与中位数之差超过 3 × 1.4826 × MAD；每个序列只看开头的若干点',
    en: '1 − 0.25 × (values + changes + speeds + changes of speed that are outliers) / points; outlier: further than 3 × 1.4826 × MAD from the median; the first points of each series',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-4')],
  requires: ['field with role time', 'field with role measurement'],
  folds: [openingValidity],
  async observe(table) {
    const fields = table.fields.filter(({ field }) => isMeasurement(field));
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    const found = await table.fold(openingValidity);
    if (!found) {
      const asText = table.fields.some(({ field }) => field.role === 'time' && !isTimeField(field));
      const reason = asText ? 'time_is_text' : 'no_time_field';
      return [{ value: notMeasured(reason, ['field with role time']) }];
    }
    return fields.map(({ field }): Observation => {
      const parts = found.flatMap(({ result }) => result.get(field.id) ?? []);
      const points = parts.reduce((sum, part) => sum + part.points, 0);
      const outliers = parts.reduce((sum, part) => sum + part.outliers, 0);
      if (points === 0) {
        return { field: field.id, value: notMeasured('too_few_records', ['eleven points of one series']) };
      }
      const scanned = points < table.rows ? { scanned: points } : {};
      return { field: field.id, value: ratio(points - outliers / 4, points), ...scanned };
    });
  },
  vector: { ...iotdbExample, expected: [{ field: 'v', value: 13.25 / 15 }] },
};
