import { seriesFields } from '../facts/pass.ts';
import type { Sample } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';

/** Records of one series that are in the sample, in order of time, or as they lie where there is no time field. */
export interface SampledSeries {
  /** A row of it. */
  readonly firstRow: number;
  /** Places in the sample. */
  readonly places: Int32Array;
  /** The records lie in this order in the source. */
  readonly asLogged: boolean;
}

/** Values of one field in one series. */
export interface SeriesValues {
  /** Places in the sample of the records that have a value, in the order of the series. */
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly asLogged: boolean;
}

const known = new WeakMap<Sample, readonly SampledSeries[]>();
const knownValues = new WeakMap<Sample, Map<string, readonly SeriesValues[]>>();

/** The sample cut into its series, `most_series` at most. */
export async function sampledSeries(table: TableFacts): Promise<readonly SampledSeries[]> {
  const sample = await table.sample();
  const found = known.get(sample) ?? cut(sample, table);
  known.set(sample, found);
  return found;
}

/** What a field has in each series of the sample. */
export async function seriesValues(table: TableFacts, field: string): Promise<readonly SeriesValues[]> {
  const sample = await table.sample();
  const fields = knownValues.get(sample) ?? new Map<string, readonly SeriesValues[]>();
  knownValues.set(sample, fields);
  const column = sample.column(field);
  const found = fields.get(field) ?? (await sampledSeries(table)).map((one) => valuesOf(one, column));
  fields.set(field, found);
  return found;
}

function valuesOf({ places, asLogged }: SampledSeries, column: Float64Array): SeriesValues {
  const values = new Float64Array(places.length);
  const kept = new Int32Array(places.length);
  let size = 0;
  for (const place of places) {
    const value = column[place] as number;
    if (Number.isNaN(value)) continue;
    values[size] = value;
    kept[size] = place;
    size += 1;
  }
  return { places: kept.subarray(0, size), values: values.subarray(0, size), asLogged };
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
  return [...bySeries.values()].map((all) => {
    const firstRow = sample.rows[all[0] ?? 0] ?? 0;
    const logged = times ? all.filter((place) => !Number.isNaN(times[place])) : all;
    const asLogged =
      !times ||
      logged.every((place, at) => at === 0 || (times[place] ?? 0) >= (times[logged[at - 1] ?? 0] ?? 0));
    const places = asLogged ? logged : logged.toSorted((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
    return { firstRow, places: Int32Array.from(places), asLogged };
  });
}
