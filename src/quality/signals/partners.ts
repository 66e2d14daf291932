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

const known = new WeakMap<Sample, ReadonlyMap<string, readonly Partner[]>>();

/**
 * Fields whose changes correlate with those of a measurement by `partner_correlation` at least, the strongest first; among the first
 * `most_pair_fields` measurements and setpoints. Changes, since levels of unrelated signals correlate when both wander.
 */
export async function partnersOf(table: TableFacts): Promise<ReadonlyMap<string, readonly Partner[]>> {
  const sample = await table.sample();
  const found = known.get(sample) ?? (await findPartners(table, sample));
  known.set(sample, found);
  return found;
}

async function findPartners(table: TableFacts, sample: Sample) {
  const fields = table.fields
    .filter(({ field, constant }) => isNumeric(field) && !constant)
    .filter(({ field }) => isMeasurement(field) || field.role === 'setpoint')
    .slice(0, table.thresholds.most_pair_fields)
    .map(({ field }) => field);
  const series = await sampledSeries(table);
  const steps = fields.map(({ id }) => changesOf(sample.column(id), series));
  const partners = new Map<string, Partner[]>(fields.map(({ id }) => [id, []]));
  for (const [first, one] of fields.entries()) {
    for (let second = first + 1; second < fields.length; second += 1) {
      const other = fields[second];
      const [a, b] = [steps[first], steps[second]];
      if (!other || !a || !b) continue;
      const { correlation, slope } = relationOf(a, b);
      if (!(Math.abs(correlation) >= table.thresholds.partner_correlation)) continue;
      partners.get(one.id)?.push({
        field: other.id,
        correlation,
        slope,
        setpoint: other.role === 'setpoint',
      });
      partners.get(other.id)?.push({
        field: one.id,
        correlation,
        slope: (correlation * correlation) / slope,
        setpoint: one.role === 'setpoint',
      });
    }
  }
  for (const list of partners.values()) {
    list.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  }
  return partners;
}

/** Changes from record to record of all series, one after another; NaN where a value is missing. */
function changesOf(column: Float64Array, series: readonly { readonly places: readonly number[] }[]) {
  const size = series.reduce((sum, { places }) => sum + places.length, 0);
  const changes = new Float64Array(size);
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
