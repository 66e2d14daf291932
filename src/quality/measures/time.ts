import type { Interval } from '../../workspace/index.ts';
import { momentOf } from '../facts/moment.ts';
import { isTimeField, seriesFields } from '../facts/pass.ts';
import type { Gap, Sampling } from '../facts/sampling.ts';
import type { TableFacts } from '../facts/types.ts';
import { timeSampling } from '../folds/time-sampling.ts';
import { type Evidence, notMeasured, type Observation, type TestVector } from './measure.ts';

type TimeObservation = Omit<Observation, 'field' | 'scanned'>;

/** The time field that orders the records, as it was sampled, summed over the series. */
export interface Timeline extends Omit<Sampling, 'base' | 'usual' | 'gaps'> {
  readonly intervals: number;
  /** Points of series too short to be sampled, too, and those that repeat the time of another. */
  readonly allPoints: number;
  readonly repeated: number;
  readonly repeatedRows: readonly number[];
  /** Of the longest series; `null` where none is long enough. ms for dates and times, else the field's unit. */
  readonly base: number | null;
  readonly usual: number | null;
  /** Longest first. */
  readonly gaps: readonly (Gap & { readonly firstRow: number })[];
}

const noTime = notMeasured('no_time_field', ['field with role time']);

/** What `observe` says of the time field, or why there is nothing to say. */
export async function overTimeline(
  table: TableFacts,
  observe: (timeline: Timeline) => TimeObservation | Promise<TimeObservation>,
): Promise<readonly Observation[]> {
  const fields = table.fields.filter(({ field }) => field.role === 'time');
  if (fields.length === 0) return [{ value: noTime }];
  const { time } = seriesFields(table.recordSet);
  const timeline = time === undefined ? null : await timelineOf(table);
  const { records, passedOver } = await table.coverage();
  const observations: Observation[] = [];
  for (const { field } of fields) {
    if (field.id === time && timeline) {
      const scanned = passedOver > 0 ? { scanned: records - passedOver } : {};
      observations.push({ field: field.id, ...(await observe(timeline)), ...scanned });
    } else {
      const reason = isTimeField(field) ? 'second_time_field' : 'time_is_text';
      observations.push({ field: field.id, value: notMeasured(reason, []) });
    }
  }
  return observations;
}

async function timelineOf(table: TableFacts): Promise<Timeline> {
  const series = (await table.fold(timeSampling)) ?? [];
  const total = { points: 0, intervals: 0, equal: 0, missing: 0, redundant: 0, late: 0, gapCount: 0 };
  const all = { allPoints: 0, repeated: 0 };
  const repeatedRows: number[] = [];
  const gaps: Timeline['gaps'][number][] = [];
  let longest: Sampling | null = null;
  for (const { series: one, result } of series) {
    all.allPoints += result.points;
    all.repeated += result.repeated;
    for (const row of result.repeatedRows) repeatedRows.push(row);
    const { sampling } = result;
    if (!sampling) continue;
    total.intervals += sampling.points - 1;
    for (const count of ['points', 'equal', 'missing', 'redundant', 'late', 'gapCount'] as const) {
      total[count] += sampling[count];
    }
    if (!longest || sampling.points > longest.points) longest = sampling;
    for (const gap of sampling.gaps) gaps.push({ ...gap, firstRow: one.firstRow });
  }
  gaps.sort((a, b) => b.interval - a.interval || a.after - b.after);
  return {
    ...total,
    ...all,
    repeatedRows: repeatedRows.sort((a, b) => a - b),
    base: longest?.base ?? null,
    usual: longest?.usual ?? null,
    gaps: gaps.slice(0, 10),
  };
}

/** Why a timeline has no expected number of points; `null` where it has. */
export function notRegular(table: TableFacts, { points, equal, intervals }: Timeline) {
  if (points === 0) return notMeasured('too_few_records', ['three points of one series']);
  if (equal / intervals >= table.thresholds.regular_share) return null;
  return notMeasured('irregular_sampling', ['sampling interval']);
}

/** The ten longest gaps and the query that shows the records on both sides of the longest. */
export async function gapEvidence(table: TableFacts, timeline: Timeline): Promise<Evidence | undefined> {
  const [longest] = timeline.gaps;
  if (!longest) return undefined;
  const [from, to] = [Math.min(longest.before, longest.after), Math.max(longest.before, longest.after)];
  const intervals: Interval[] = [];
  for (const { before, after, start, end, firstRow } of timeline.gaps) {
    intervals.push(await intervalOf(table, { from: before, to: after, start, end, firstRow }));
  }
  return {
    count: timeline.gapCount,
    rows: timeline.gaps.map(({ after }) => after).sort((a, b) => a - b),
    intervals,
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

/** A stretch of a series as findings name it. */
export async function intervalOf(
  table: TableFacts,
  stretch: {
    readonly from: number;
    readonly to: number;
    readonly start?: number;
    readonly end?: number;
    readonly firstRow: number;
  },
): Promise<Interval> {
  const [start, end] = [momentOf(table, stretch.start), momentOf(table, stretch.end)];
  const series = await table.seriesName(stretch.firstRow);
  return {
    from: Math.min(stretch.from, stretch.to),
    to: Math.max(stretch.from, stretch.to),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(series !== '' && { series }),
  };
}

/** The example in the documentation of Apache IoTDB's quality functions; its last value is NaN there. */
export const iotdbExample: Omit<TestVector, 'expected'> = {
  fields: [
    { id: 't', type: 'datetime', role: 'time' },
    { id: 'v', type: 'number', role: 'measurement' },
  ],
  rows: [2, 3, 4, 6, 8, 10, 14, 15, 16, 18, 20, 22, 26, 28, 30].map((second) => [
    `2020-01-01T00:00:${String(second).padStart(2, '0')}`,
    second === 8 ? 126 : second === 30 ? null : 100 + second,
  ]),
  source:
    'Apache IoTDB, UDF library, data quality: the example of 15 points, one missing, one redundant, one late, one value too high',
};
