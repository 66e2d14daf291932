import { seriesFields } from '../facts/pass.ts';
import type { Sample } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';

/** Records of one series that are in the sample, in order of time, or as they lie where there is no time field. */
export interface SampledSeries {
  /** A row of it. */
  readonly firstRow: number;
  /** Places in the sample. */
  readonly places: readonly number[];
}

const known = new WeakMap<Sample, readonly SampledSeries[]>();

/** The sample cut into its series, `most_series` at most. */
export async function sampledSeries(table: TableFacts): Promise<readonly SampledSeries[]> {
  const sample = await table.sample();
  const found = known.get(sample) ?? cut(sample, table);
  known.set(sample, found);
  return found;
}

function cut(sample: Sample, table: TableFacts): readonly SampledSeries[] {
  const { groups, time } = seriesFields(table.recordSet);
  const columns = groups.map((id) => sample.column(id));
  const bySeries = new Map<string, number[]>();
  for (let place = 0; place < sample.size; place += 1) {
    const key = columns.map((column) => column[place]).join(' ');
    const places = bySeries.get(key);
    if (places) places.push(place);
    else if (bySeries.size < table.thresholds.most_series) bySeries.set(key, [place]);
  }
  const times = time === undefined ? null : sample.column(time);
  return [...bySeries.values()].map((places) => {
    const firstRow = sample.rows[places[0] ?? 0] ?? 0;
    if (!times) return { firstRow, places };
    const timed = places.filter((place) => !Number.isNaN(times[place]));
    return { firstRow, places: timed.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b) };
  });
}
