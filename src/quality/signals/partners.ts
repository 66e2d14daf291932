import type { Field } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';
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
  const signals: Signal[] = [];
  for (const field of fields) {
    const column = sample.column(field.id);
    signals.push({
      field,
      changes: weighed(differences(column, series)),
      levels: weighed(deviations(column, series)),
    });
    await breathe();
  }
  const partners = new Map<string, Partner[]>(fields.map(({ id }) => [id, []]));
  const enough = table.thresholds.partner_correlation;
  for (const [place, one] of signals.entries()) {
    await breathe();
    for (const other of signals.slice(place + 1)) {
      const moving = relationOf(one.changes, other.changes, enough);
      const isSet = [one, other].some(({ field }) => field.role === 'setpoint');
      const standing = isSet && relationOf(one.levels, other.levels, enough);
      for (const [field, partner, turned] of [
        [one.field, other.field, false],
        [other.field, one.field, true],
      ] as const) {
        // What is set does not wander, so that levels tell as well.
        const setpoint = partner.role === 'setpoint';
        const better = setpoint && standing && Math.abs(standing.correlation) > Math.abs(moving.correlation);
        const { correlation, products } = better ? standing : moving;
        if (!(Math.abs(correlation) >= enough)) continue;
        const slope = products.ab / (turned ? products.aa : products.bb);
        partners.get(field.id)?.push({ field: partner.id, correlation, slope, setpoint });
      }
    }
  }
  for (const list of partners.values()) {
    list.sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));
  }
  return partners;
}

interface Signal {
  readonly field: Field;
  readonly changes: Weighed;
  readonly levels: Weighed;
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

/** Values about zero, and the sum of their squares. */
interface Weighed {
  readonly values: Float64Array;
  readonly squares: number;
}

function weighed(values: Float64Array): Weighed {
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += value * value;
  return { values, squares };
}

/**
 * Pairs by which a correlation is judged first, how far it may then be off (six standard errors), and how far the squares may be,
 * or what moves are a few large steps that a glance misses.
 */
const glance = { pairs: 4096, error: 0.1, squares: 0.2 } as const;

/** Pairs with both values that a correlation needs. */
const fewest = 50;

/** Correlation about zero, and the sums of products. Where a glance shows that it is below `enough`, that of the glance. */
function relationOf(a: Weighed, b: Weighed, enough: number) {
  const step = Math.floor(a.values.length / glance.pairs);
  if (step > 1) {
    const first = productsOf(a.values, b.values, step);
    const { aa, bb } = first.products;
    const fair = (part: number, whole: number) => Math.abs(part * step - whole) <= glance.squares * whole;
    if (fair(aa, a.squares) && fair(bb, b.squares) && Math.abs(first.correlation) < enough - glance.error) {
      return first;
    }
  }
  return productsOf(a.values, b.values, 1);
}

function productsOf(a: Float64Array, b: Float64Array, step: number) {
  let [aa, bb, ab, count] = [0, 0, 0, 0];
  for (let place = 0; place < a.length; place += step) {
    const x = a[place] as number;
    const y = b[place] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    aa += x * x;
    bb += y * y;
    ab += x * y;
    count += 1;
  }
  const correlation = count < fewest || !(aa > 0 && bb > 0) ? 0 : ab / Math.sqrt(aa * bb);
  return { correlation, products: { aa, bb, ab } };
}
