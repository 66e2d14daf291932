import { timeSampling } from '../folds/time-sampling.ts';
import { iso5259, type Measure, ratio } from './measure.ts';
import { gapEvidence, iotdbExample, notRegular, overTimeline } from './time.ts';

export const timeCompleteness: Measure = {
  id: 'time_completeness',
  version: 2,
  name: { zh: '时间完整率', en: 'Completeness over time' },
  formula: {
    zh: '实有时间点数 /（实有时间点数 + 按声明间隔或中位间隔应有而缺失的时间点数）',
    en: 'points / (points + points missing at the declared or else the median interval)',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Com-ML-2')],
  requires: ['field with role time'],
  folds: [timeSampling],
  observe: (table) =>
    overTimeline(table, async (timeline) => {
      const reason = notRegular(table, timeline);
      if (reason) return { value: reason };
      const evidence = await gapEvidence(table, timeline);
      return {
        value: ratio(timeline.points, timeline.points + timeline.missing),
        ...(evidence && { evidence }),
      };
    }),
  vector: { ...iotdbExample, expected: [{ field: 't', value: 15 / 16 }] },
};
