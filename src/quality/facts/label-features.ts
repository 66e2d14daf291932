import { ascending, type Binned, binCodes, binNumbers } from '../../methods/forest/index.ts';
import { errorsAlone } from './errors-alone.ts';
import { isNumeric } from './field-facts.ts';
import type { Sample } from './sample.ts';
import type { FieldFacts, TableFacts } from './types.ts';

/** A field of which the sample can be asked how well it tells a label. */
export interface Feature {
  readonly facts: FieldFacts;
  /** In bins, by place in `LabelModel.places`. */
  readonly binned: Binned;
}

/** A feature looked at by itself. */
export interface Looked extends Feature {
  /** What it tells of the label by itself: purity that it adds, and errors of the prediction by it alone. */
  readonly gain: number;
  readonly errors: number;
}

/** Bins of a feature that is looked at by itself. */
const fine = 200;

/** Fields that may tell a label: no identifier, no time, no split, and no other label. */
export function featuresOf({ fields }: TableFacts): readonly FieldFacts[] {
  return fields.filter(
    ({ field, distinct }) =>
      field.type !== 'structure' &&
      (distinct ?? 0) > 1 &&
      !['identifier', 'time', 'split', 'label'].includes(field.role ?? '') &&
      !['date', 'datetime', 'time'].includes(field.type),
  );
}

export function valuesAt(sample: Sample, places: Int32Array, { field }: FieldFacts): Float64Array {
  const column = sample.column(field.id);
  const values = new Float64Array(places.length);
  for (let at = 0; at < places.length; at += 1) values[at] = column[places[at] as number] as number;
  return values;
}

export function look(values: Float64Array, facts: FieldFacts, classes: Uint8Array, count: number): Looked {
  const ordered = isNumeric(facts.field) || facts.field.type === 'boolean';
  const sorted = ordered ? ascending(values) : undefined;
  const binned = (bins: number) => (sorted ? binNumbers(values, bins, sorted) : binCodes(values, bins));
  const coarse = binned(32);
  return {
    facts,
    binned: coarse,
    gain: gainOf(coarse, classes, count),
    errors: errorsAlone(binned(fine), classes, count),
  };
}

/** How much purer the classes are within the bins than in all records (Gini). */
function gainOf({ bins, count: binCount }: Binned, classes: Uint8Array, count: number): number {
  const counts = new Float64Array(binCount * count);
  for (let at = 0; at < bins.length; at += 1) {
    const place = (bins[at] as number) * count + (classes[at] as number);
    counts[place] = (counts[place] as number) + 1;
  }
  let gain = 0;
  for (let bin = 0; bin < binCount; bin += 1) {
    const own = counts.subarray(bin * count, (bin + 1) * count);
    const size = own.reduce((sum, one) => sum + one, 0);
    if (size > 0) gain += own.reduce((sum, one) => sum + one * one, 0) / size;
  }
  return gain / bins.length;
}

/** The suspects, and of the others those that tell most by themselves, in the order of the fields. */
export function mostTelling(
  looked: readonly Looked[],
  suspects: readonly Looked[],
  most: number,
): readonly Looked[] {
  const others = looked.filter((one) => !suspects.includes(one));
  const chosen = new Set(others.toSorted((a, b) => b.gain - a.gain).slice(0, most));
  return looked.filter((one) => chosen.has(one) || suspects.includes(one));
}

/** Whether there is a value, as a feature. */
export function missing(values: Float64Array): Binned {
  return { bins: Uint8Array.from(values, (value) => Number(Number.isNaN(value))), count: 2 };
}
