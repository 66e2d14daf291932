import type { TableFacts, Timeline } from '../facts/types.ts';
import { type Evidence, notMeasured, type Observation, type TestVector } from './measure.ts';

type TimeObservation = Omit<Observation, 'field' | 'scanned'>;

/** What `observe` says of each field with the role time, or that there is none. */
export async function overTimeFields(
  table: TableFacts,
  observe: (timeline: Timeline) => TimeObservation,
): Promise<readonly Observation[]> {
  const fields = table.fields.filter(({ field }) => field.role === 'time');
  if (fields.length === 0) return [{ value: notMeasured('no_time_field', ['field with role time']) }];
  const observations: Observation[] = [];
  for (const { field, present } of fields) {
    const timeline = await table.timeline(field);
    observations.push({
      field: field.id,
      ...observe(timeline),
      ...(timeline.scanned < present && { scanned: timeline.scanned }),
    });
  }
  return observations;
}

/** As `observe` where the field is sampled regularly; irregular sampling has no expected number of points. */
export function whereRegular(
  table: TableFacts,
  timeline: Timeline,
  observe: () => TimeObservation,
): TimeObservation {
  if (timeline.points === 0) return { value: notMeasured('too_few_records', ['three points of one series']) };
  if (timeline.equal / timeline.intervals < table.thresholds.regular_share) {
    return { value: notMeasured('irregular_sampling', ['sampling interval']) };
  }
  return observe();
}

/** The ten longest gaps and the query that shows the records on both sides of the longest. */
export function gapEvidence(table: TableFacts, timeline: Timeline): Evidence | undefined {
  const [longest] = timeline.gaps;
  if (!longest) return undefined;
  const [from, to] = [Math.min(longest.before, longest.after), Math.max(longest.before, longest.after)];
  return {
    count: timeline.gapCount,
    rows: timeline.gaps.map(({ after }) => after).sort((a, b) => a - b),
    query: table.question({
      where: [
        { field: 'row', op: '>=', value: from },
        { field: 'row', op: '<=', value: to },
      ],
      order: [{ by: { field: 'row' }, descending: false }],
    }),
    detail: { missing: timeline.missing, longest: longest.interval, base: timeline.base ?? 0 },
  };
}

/** Times of the example in the documentation of Apache IoTDB's quality functions, in seconds. */
export const iotdbExample: Omit<TestVector, 'expected'> = {
  fields: [
    { id: 't', type: 'datetime', role: 'time' },
    { id: 'v', type: 'number', role: 'measurement' },
  ],
  rows: [2, 3, 4, 6, 8, 10, 14, 15, 16, 18, 20, 22, 26, 28, 30].map((second) => [
    `2020-01-01T00:00:${String(second).padStart(2, '0')}`,
    100 + second,
  ]),
  source:
    'Apache IoTDB, UDF library, data quality: the example of 15 points, one missing, one redundant, one late',
};
