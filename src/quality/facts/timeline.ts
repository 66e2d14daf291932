import type { Field } from '../../workspace/index.ts';
import { samplingOf } from './sampling.ts';
import { timeOf } from './times.ts';
import type { Gap, TableFacts, Timeline } from './types.ts';

interface Series {
  readonly times: number[];
  readonly rows: number[];
}

/** Records of one query; an engine may refuse more than 100,000. */
const recordsPerQuery = 100_000;

/** Reads a time field in source order; each combination of the group fields is a series of its own. */
export async function timelineOf(table: TableFacts, field: Field): Promise<Timeline> {
  const groups = table.recordSet.fields.filter(({ role }) => role === 'group').map(({ id }) => id);
  const bySeries = new Map<string, Series>();
  const most = table.thresholds.most_times;
  let scanned = 0;
  let total = most;
  for (let offset = 0; offset < Math.min(total, most); offset += recordsPerQuery) {
    const result = await table.ask({
      select: [...groups, field.id].map((id) => ({ field: id })),
      where: [{ field: field.id, op: 'is_present' }],
      order: [{ by: { field: 'row' }, descending: false }],
      limit: Math.min(recordsPerQuery, most - offset),
      offset,
    });
    total = result.total;
    scanned += result.rows.length;
    result.rows.forEach((cells, place) => {
      const time = timeOf(cells.at(-1));
      if (time === null) return;
      const key = JSON.stringify(cells.slice(0, -1));
      const series = bySeries.get(key) ?? { times: [], rows: [] };
      series.times.push(time);
      series.rows.push(result.rowNumbers?.[place] ?? offset + place + 1);
      bySeries.set(key, series);
    });
  }
  return sum([...bySeries.values()], scanned);
}

function sum(all: readonly Series[], scanned: number): Timeline {
  const total = {
    steps: 0,
    backward: 0,
    points: 0,
    intervals: 0,
    equal: 0,
    missing: 0,
    redundant: 0,
    late: 0,
  };
  const backwardRows: number[] = [];
  const gaps: Gap[] = [];
  let base: number | null = null;
  let longest = 0;
  for (const { times, rows } of all) {
    total.steps += times.length - 1;
    for (let place = 1; place < times.length; place += 1) {
      if ((times[place] ?? 0) >= (times[place - 1] ?? 0)) continue;
      total.backward += 1;
      if (backwardRows.length < 10) backwardRows.push(rows[place] ?? 0);
    }
    const order = times.map((_, place) => place).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
    const sampling = samplingOf(order.map((place) => times[place] ?? 0));
    if (!sampling) continue;
    total.points += sampling.points;
    total.intervals += sampling.points - 1;
    for (const count of ['equal', 'missing', 'redundant', 'late'] as const) total[count] += sampling[count];
    if (sampling.points > longest) {
      longest = sampling.points;
      base = sampling.base;
    }
    const rowAt = (place: number) => rows[order[place] ?? 0] ?? 0;
    for (const { place, interval } of sampling.gaps) {
      gaps.push({ interval, before: rowAt(place - 1), after: rowAt(place) });
    }
  }
  gaps.sort((a, b) => b.interval - a.interval || a.after - b.after);
  return {
    ...total,
    scanned,
    series: all.length,
    backwardRows,
    gaps: gaps.slice(0, 10),
    gapCount: gaps.length,
    base,
  };
}
