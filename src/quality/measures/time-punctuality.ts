import { timeSampling } from '../folds/time-sampling.ts';
import { gbt36344, type Measure, ratio } from './measure.ts';
import { iotdbExample, notRegular, overTimeline } from './time.ts';

export const timePunctuality: Measure = {
  id: 'time_punctuality',
  version: 2,
  name: { zh: '采样准时率', en: 'Punctuality of sampling' },
  formula: {
    zh: '1 − 迟到点数（间隔被后面紧跟的点补上）/ 时间点数',
    en: '1 − late points (a gap that closely following points make up for) / points',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0502', 'unverified')],
  requires: ['field with role time'],
  folds: [timeSampling],
  observe: (table) =>
    overTimeline(table, (timeline) => ({
      value: notRegular(table, timeline) ?? ratio(timeline.points - timeline.late, timeline.points),
    })),
  vector: { ...iotdbExample, expected: [{ field: 't', value: 14 / 15 }] },
};
