import { breathe } from '../breathe.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { type RowSet, union } from '../facts/rows.ts';
import { seriesRecords } from '../facts/series-records.ts';
import type { TableFacts } from '../facts/types.ts';
import { type SignalStretches, signalStretches } from '../folds/signal-stretches.ts';
import { type Lag, lagOf } from '../signals/lag.ts';
import { type LagPair, lagPairs } from '../signals/lag-pairs.ts';
import { type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';
import { intervalOf } from './time.ts';

/** Series whose records are fetched one by one. */
const named = 10;

export const signalsInStep: Measure = {
  id: 'signals_in_step',
  version: 1,
  name: { zh: '信号同步的序列占比', en: 'Series whose signals are in step' },
  formula: {
    zh: '1 − 从某一刻起比相关信号滞后的序列数 / 有相关信号可比的序列数；相关信号：开头一段内逐条变化的相关系数不低于阈值者',
    en: '1 − series in which the signal is late against its partners from some moment on / series with a partner to compare; partners: signals whose changes correlate with its own at the beginning',
  },
  direction: 'higher_is_better',
  standards: [tc609('0206')],
  requires: ['two measurements that move together'],
  folds: [signalStretches],
  async observe(table) {
    const pairs = await lagPairs(table);
    const series = (await table.fold(signalStretches)) ?? [];
    if (pairs.length === 0 || series.length === 0) return [{ value: notMeasured('no_partner_signal', []) }];
    const observations: Observation[] = [];
    for (const field of new Set(pairs.map((pair) => pair.field))) {
      const own = pairs.filter((pair) => pair.field === field);
      const late: Late[] = [];
      for (const { series: one, result } of series) {
        const found = latestOf(result, own, table);
        if (found) late.push({ firstRow: one.firstRow, ...found });
        await breathe();
      }
      observations.push(await observed(table, field, late, series.length));
    }
    return observations;
  },
  vector: {
    fields: [
      { id: 't', type: 'integer', role: 'time' },
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 600 }, (_, place) => {
      const signal = (at: number): number => ((at * at * 31 + at * 17) % 1009) / 1009;
      return [place, signal(place), 2 * signal(place >= 300 ? place - 4 : place)];
    }),
    expected: [
      { field: 'a', value: 1 },
      { field: 'b', value: 0 },
    ],
    source: 'b is twice a, and from the 301st record on what a was four records before',
  },
};

interface Late {
  readonly firstRow: number;
  readonly lag: Lag;
  readonly partner: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

function latestOf(stretches: SignalStretches, pairs: readonly LagPair[], { thresholds }: TableFacts) {
  for (const { field, partner, correlation } of pairs) {
    const [own, other] = [field, partner].map((id) => changesOf(stretches.columns.get(id) ?? [], stretches));
    if (!own || !other) continue;
    const lag = lagOf(own, other, Math.sign(correlation), thresholds);
    if (!lag) continue;
    const rows = stretches.rows.flatMap((part) => [...part]);
    const times = stretches.times.flatMap((part) => [...part]);
    const [from = 0, to = 0] = [rows[lag.start], rows.at(-1)];
    const [start = Number.NaN, end = Number.NaN] = [times[lag.start], times.at(-1)];
    return { lag, partner, from, to, start, end };
  }
  return null;
}

/** Changes from record to record; NaN at the beginning of a stretch that does not follow the one before. */
function changesOf(parts: readonly Float64Array[], { every }: SignalStretches): Float64Array {
  const changes = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  let last = Number.NaN;
  for (const part of parts) {
    if (every > 1) last = Number.NaN;
    for (const value of part) {
      changes[at] = value - last;
      last = value;
      at += 1;
    }
  }
  return changes;
}

async function observed(
  table: TableFacts,
  field: string,
  late: readonly Late[],
  looked: number,
): Promise<Observation> {
  const value = ratio(looked - late.length, looked);
  const [first] = late;
  if (!first) return { field, value };
  const sets: RowSet[] = [];
  const intervals = [];
  for (const one of late.slice(0, named)) {
    const ends = [Math.min(one.from, one.to), Math.max(one.from, one.to)] as const;
    const where = await seriesRecords(table, one.firstRow, ...ends);
    const { affected } = await recordsWhere(table, where);
    sets.push(affected ?? [ends]);
    intervals.push(await intervalOf(table, one));
  }
  const affected = union(...sets);
  const count = affected.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const lags = late.map(({ lag }) => lag.lag).toSorted((a, b) => a - b);
  const lag = lags[lags.length >> 1] ?? 0;
  return {
    field,
    value,
    evidence: {
      count,
      rows: affected.slice(0, 10).map(([row]) => row),
      affected,
      intervals,
      magnitude: { value: lag, unit: 'records' },
      confidence: Number(Math.min(0.99, 0.5 + first.lag.after / 2).toFixed(2)),
      query: table.question({
        where: [{ field: 'row', op: 'between', value: [Math.max(1, first.from - 10), first.from + 40] }],
      }),
      detail: { lag, partner: first.partner, series: late.length, of: looked },
    },
  };
}
