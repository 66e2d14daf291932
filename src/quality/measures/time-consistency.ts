import { timeSampling } from '../folds/time-sampling.ts';
import { type Measure, ratio } from './measure.ts';
import { iotdbExample, notRegular, overTimeline } from './time.ts';

export const timeConsistency: Measure = {
  id: 'time_consistency',
  version: 2,
  name: { zh: '采样一致率', en: 'Consistency of sampling' },
  formula: {
    zh: '1 − 与前一点相距不超过半个中位间隔的点数 / 时间点数',
    en: '1 − points half a median interval or less after the one before / points',
  },
  direction: 'higher_is_better',
  standards: [],
  requires: ['field with role time'],
  folds: [timeSampling],
  observe: (table) =>
    overTimeline(table, (timeline) => ({
      value: notRegular(table, timeline) ?? ratio(timeline.points - timeline.redundant, timeline.points),
    })),
  vector: { ...iotdbExample, expected: [{ field: 't', value: 14 / 15 }] },
};
