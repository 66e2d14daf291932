import { timeSampling } from '../folds/time-sampling.ts';
import { type Measure, notMeasured, ratio } from './measure.ts';
import { iotdbExample, overTimeline } from './time.ts';

export const regularSampling: Measure = {
  id: 'regular_sampling',
  version: 1,
  name: { zh: '等间隔采样率', en: 'Regularity of sampling' },
  formula: {
    zh: '与声明间隔或中位间隔相差不超过十分之一的间隔数 / 间隔数',
    en: 'intervals within a tenth of the declared or else the median interval / intervals',
  },
  direction: 'higher_is_better',
  standards: [],
  requires: ['field with role time'],
  folds: [timeSampling],
  observe: (table) =>
    overTimeline(table, ({ points, equal, intervals, base, usual }) => {
      if (points === 0 || base === null || usual === null) {
        return { value: notMeasured('too_few_records', ['three points of one series']) };
      }
      return {
        value: ratio(equal, intervals),
        evidence: { count: intervals - equal, rows: [], detail: { base, usual, intervals } },
      };
    }),
  vector: { ...iotdbExample, expected: [{ field: 't', value: 8 / 14 }] },
};
