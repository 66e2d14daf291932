import { isMeasurement, isNumeric } from '../facts/field-facts.ts';
import type { Sample } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';
import { sampledSeries } from './sampled-series.ts';

/** A field that moves with another one from record to record. */
export interface Partner {
  readonly field: string;
  /** Correlation of their changes. */
  readonly correlation: number;
  /** Change of the field per change of the partner. */
  readonly slope: number;
  /** It is set, and not measured. */
  readonly setpoint: boolean;
}

type Partners = ReadonlyMap<string, readonly Partner[]>;

const known = new WeakMap<Sample, Map<number, Partners>>();

/**
 * Fields whose changes correlate with those of another by `partner_correlation` at least, the strongest first; among the first
 * `most_pair_fields` measurements and setpoints, in the `beginning` of each series (a share). Changes, since levels of unrelated signals correlate when both wander.
 */
export async function partnersOf(table: TableFacts, beginning = 1): Promise<Partners> {
  const sample = await table.sample();
  const asked = known.get(sample) ?? new Map<number, Partners>();
  known.set(sample, asked);
  const found = asked.get(beginning) ?? (await findPartners(table, sample, beginning));
  asked.set(beginning, found);
  return found;
}

async function findPartners(table: TableFacts, sample: Sample, beginning: number): Promise<Partners> {
  const fields = table.fields
    .filter(({ field, constant }) => isNumeric(field) && !constant)
    .filter(({ field }) => isMeasurement(field) || field.role === 'setpoint')
    .slice(0, table.thresholds.most_pair_fields)
    .map(({ field }) => field);
  const series = (await sampledSeries(table)).map(({ places }) => ({
    places: places.subarray(0, Math.ceil(beginning * places.length)),
  }));
  const changes = fields.map(({ id }) => differences(sample.column(id), series));
  const levels = fields.map(({ id }) => deviations(sample.column(id), series));
  const partners = new Map<string, Partner[]>(fields.map(({ id }) => [id, []]));
  const none = new Float64Array();
  for (const [first, one] of fields.entries()) {
    for (const [second, other] of fields.entries()) {
      if (first === second) continue;
      const moving = relationOf(changes[first] ?? none, changes[second] ?? none);
      // What is set does not wander, so that levels tell as well.
      const setpoint = other.role === 'setpoint';
      const standing = setpoint ? relationOf(levels[first] ?? none, levels[second] ?? none) : moving;
      const relation = Math.abs(standing.correlation) > Math.abs(moving.correlation) ? standing : moving;
      if (!(Math.abs(relation.correlation) >= table.thresholds.partner_correlation)) continue;
      partners.get(one.id)?.push({ field: other.id, ...relation, setpoint });
    }
  }
  for (const list of partners.values()) {
    list.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  }
  return partners;
}

type Places = readonly { readonly places: Int32Array }[];

/** Changes from record to record of all series, one after another; NaN where a value is missing. */
function differences(column: Float64Array, series: Places): Float64Array {
  const changes = new Float64Array(series.reduce((sum, { places }) => sum + places.length, 0));
  let at = 0;
  for (const { places } of series) {
    let last = Number.NaN;
    for (const place of places) {
      const value = column[place] ?? Number.NaN;
      changes[at] = value - last;
      last = value;
      at += 1;
    }
  }
  return changes;
}

/** Values of all series, one after another, less the mean of their series. */
function deviations(column: Float64Array, series: Places): Float64Array {
  const values = new Float64Array(series.reduce((sum, { places }) => sum + places.length, 0));
  let at = 0;
  for (const { places } of series) {
    let [sum, count] = [0, 0];
    for (const place of places) {
      const value = column[place] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    for (const place of places) {
      values[at] = (column[place] ?? Number.NaN) - sum / count;
      at += 1;
    }
  }
  return values;
}

function relationOf(a: Float64Array, b: Float64Array): { correlation: number; slope: number } {
  let [aa, bb, ab, count] = [0, 0, 0, 0];
  for (let place = 0; place < a.length; place += 1) {
    const [x, y] = [a[place] ?? Number.NaN, b[place] ?? Number.NaN];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    aa += x * x;
    bb += y * y;
    ab += x * y;
    count += 1;
  }
  if (count < 50 || !(aa > 0 && bb > 0)) return { correlation: 0, slope: 0 };
  return { correlation: ab / Math.sqrt(aa * bb), slope: ab / bb };
}
