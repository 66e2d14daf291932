import { seriesFields } from '../facts/pass.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { type RowSet, union } from '../facts/rows.ts';
import { seriesRecords } from '../facts/series-records.ts';
import type { TableFacts } from '../facts/types.ts';
import { clockSteps } from '../folds/clock-steps.ts';
import { type ClockShift, clockShifts } from '../signals/clock-shifts.ts';
import { type Evidence, gbt36344, type Measure, notMeasured, ratio } from './measure.ts';
import { intervalOf } from './time.ts';

const hourOfMilliseconds = 3_600_000;

/** Stretches that are looked up one by one. */
const named = 60;

export const steadyClock: Measure = {
  id: 'steady_clock',
  version: 1,
  name: { zh: '时钟一致率', en: 'Records by a steady clock' },
  formula: {
    zh: '1 − 时间整体偏移的记录数 / 有时间的记录数；偏移：时间跳走后跳回同样长度，或与同类序列的起止相差同样长度',
    en: '1 − records whose times are shifted / records with a time; shifted: the times leap and leap back by the same length, or begin and end off the other series by the same length',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0502', 'unverified')],
  requires: ['field with role time'],
  folds: [clockSteps],
  async observe(table) {
    const { time } = seriesFields(table.recordSet);
    const field = table.recordSet.fields.find(({ id }) => id === time);
    if (!field) return [{ value: notMeasured('no_time_field', ['field with role time']) }];
    const series = (await table.fold(clockSteps)) ?? [];
    const results = series.map(({ result }) => result);
    const regular = results.filter(({ base, irregular }) => base > 0 && !irregular);
    if (regular.length === 0) {
      const reason = results.some(({ irregular }) => irregular) ? 'irregular_sampling' : 'too_few_records';
      return [{ field: field.id, value: notMeasured(reason, ['sampling interval']) }];
    }
    const hour = field.type === 'integer' || field.type === 'number' ? Number.NaN : hourOfMilliseconds;
    const shifts = clockShifts(results, hour, table.thresholds);
    const points = results.reduce((sum, one) => sum + one.points, 0);
    const count = shifts.reduce((sum, { records }) => sum + records, 0);
    const firstRows = series.map(({ series: { firstRow } }) => firstRow);
    return [
      {
        field: field.id,
        value: ratio(points - count, points),
        ...(shifts.length > 0 && { evidence: await evidenceOf(table, shifts, firstRows, hour, count) }),
      },
    ];
  },
  vector: {
    fields: [{ id: 't', type: 'datetime', role: 'time' }],
    rows: Array.from({ length: 100 }, (_, place) => {
      const minute = place + (place >= 40 && place < 60 ? 120 : 0);
      return [new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString().slice(0, 19)];
    }),
    expected: [{ field: 't', value: 0.8 }],
    source: '20 of 100 records, one a minute, are two hours ahead',
  },
};

async function evidenceOf(
  table: TableFacts,
  shifts: readonly ClockShift[],
  firstRows: readonly number[],
  hour: number,
  count: number,
): Promise<Evidence> {
  const longest = shifts.toSorted((a, b) => b.records - a.records || a.from - b.from);
  const intervals: NonNullable<Evidence['intervals']>[number][] = [];
  const sets: RowSet[] = [];
  let single = 0;
  for (const { series, from, to, start, end, records } of longest) {
    const firstRow = firstRows[series] ?? 1;
    if (intervals.length < 10) intervals.push(await intervalOf(table, { from, to, start, end, firstRow }));
    if (to - from + 1 === records) sets.push([[from, to]]);
    else if (single < named) {
      single += 1;
      const where = await seriesRecords(table, firstRow, Math.min(from, to), Math.max(from, to));
      const { affected } = await recordsWhere(table, where);
      if (affected) sets.push(affected);
    }
  }
  const affected = union(...sets);
  const first = longest[0];
  const shift = first?.shift ?? 0;
  const alike = shifts.every((one) => Math.abs(one.shift - shift) <= Math.abs(shift) / 100);
  const whole = hour > 0 && Math.abs(shift / hour - Math.round(shift / hour)) < 0.02;
  const back = first?.of === 'rest';
  return {
    count,
    rows: affected.slice(0, 10).map(([row]) => row),
    ...(single < named && { affected }),
    intervals,
    magnitude: { value: hour > 0 ? shift / 1000 : shift, unit: hour > 0 ? 's' : 'time' },
    confidence: back ? 0.7 : whole ? 0.95 : 0.85,
    ...(first && {
      query: table.question({
        where: [{ field: 'row', op: 'between', value: [Math.max(1, first.from - 3), first.to + 3] }],
        order: [{ by: { field: 'row' }, descending: false }],
      }),
    }),
    detail: { shift, stretches: shifts.length, of: first?.of ?? 'stretch', alike: alike ? 1 : 0 },
  };
}
