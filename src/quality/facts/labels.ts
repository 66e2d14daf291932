import { outOfBag } from '../../methods/forest/index.ts';
import { seeded } from '../../methods/random.ts';
import { breathe } from '../breathe.ts';
import { errorsAlone, largest } from './errors-alone.ts';
import {
  type Feature,
  featuresOf,
  type Looked,
  look,
  missing,
  mostTelling,
  valuesAt,
} from './label-features.ts';
import type { FieldFacts, TableFacts } from './types.ts';

/** A feature that tells the label by itself. */
export interface Leak {
  readonly field: string;
  /** Errors of the prediction by this field alone, out of sample, and of the largest class. */
  readonly errors: number;
  /** Errors of the prediction by all other fields together. */
  readonly others: number;
  /** It tells by being there or not. */
  readonly byMissing: boolean;
}

/** What the other fields say of a label that is a class, on the sample. */
export interface LabelModel {
  readonly label: FieldFacts;
  /** Places in the sample of the records with a label. */
  readonly places: Int32Array;
  /** Class of each of them, from 0. */
  readonly classes: Uint8Array;
  readonly count: number;
  readonly features: readonly string[];
  /** Errors of always naming the largest class. */
  readonly base: number;
  readonly leaks: readonly Leak[];
  /** Probabilities by the fields that are no leaks, from trees that did not see the record. */
  readonly probabilities: Float64Array;
}

export type Unmodelled = 'label_is_not_a_class' | 'one_class' | 'too_few_records' | 'no_features';

const seed = 20_240_117;

const known = new WeakMap<TableFacts, Map<string, Promise<LabelModel | Unmodelled>>>();

/** Labels that are classes, or could be. */
export const labelsOf = ({ fields }: TableFacts): readonly FieldFacts[] =>
  fields.filter(({ field, present }) => field.role === 'label' && present > 0);

/** A label with a value in few enough classes. */
export function isClass({ field, distinct }: FieldFacts, most: number): boolean {
  return (field.type !== 'number' || field.classes !== undefined) && distinct !== null && distinct <= most;
}

/** The model of a label, or why there is none; made once. */
export function labelModelOf(table: TableFacts, label: FieldFacts): Promise<LabelModel | Unmodelled> {
  const models = known.get(table) ?? new Map<string, Promise<LabelModel | Unmodelled>>();
  known.set(table, models);
  const model = models.get(label.field.id) ?? makeModel(table, label);
  models.set(label.field.id, model);
  return model;
}

async function makeModel(table: TableFacts, label: FieldFacts): Promise<LabelModel | Unmodelled> {
  const { most_label_classes, label_records, most_features, most_forest_features } = table.thresholds;
  if (!isClass(label, most_label_classes)) return 'label_is_not_a_class';
  if (label.distinct === 1) return 'one_class';
  const candidates = featuresOf(table).slice(0, most_features);
  if (candidates.length === 0) return 'no_features';
  const sample = await table.sample();
  const { places, classes, count } = classesOf(sample.column(label.field.id));
  if (places.length < label_records) return 'too_few_records';
  if (count < 2) return 'one_class';
  const counts = new Float64Array(count);
  for (const one of classes) counts[one] = (counts[one] ?? 0) + 1;
  const base = places.length - Math.max(...counts);
  const looked: Looked[] = [];
  for (const facts of candidates) {
    looked.push(look(valuesAt(sample, places, facts), facts, classes, count));
    await breathe();
  }
  const rng = seeded(seed);
  const options = { classes: count, rng, trees: 60, drawn: table.thresholds.forest_records };
  const suspects = looked.filter(
    ({ errors }) => base > 0 && 1 - errors / base >= table.thresholds.leak_share,
  );
  const features = mostTelling(looked, suspects, most_forest_features);
  const without = features.filter((one) => !suspects.includes(one));
  const others = await predict(without, classes, options);
  const wrong = errorsOf(others, classes, count);
  const leaks = suspects.flatMap(({ facts, errors }): Leak[] => {
    if (wrong < table.thresholds.leak_ratio * Math.max(1, errors)) return [];
    const byMissing = 1 - errorsAlone(missing(valuesAt(sample, places, facts)), classes, count) / base;
    return [
      {
        field: facts.field.id,
        errors,
        others: wrong,
        byMissing: byMissing >= table.thresholds.leak_share,
      },
    ];
  });
  const kept = features.filter(({ facts }) => !leaks.some(({ field }) => field === facts.field.id));
  const probabilities = kept.length === without.length ? others : await predict(kept, classes, options);
  return {
    label,
    places,
    classes,
    count,
    features: kept.map(({ facts }) => facts.field.id),
    base,
    leaks,
    probabilities,
  };
}

function classesOf(codes: Float64Array) {
  const names = new Map<number, number>();
  const places: number[] = [];
  const classes: number[] = [];
  codes.forEach((code, place) => {
    if (Number.isNaN(code)) return;
    const known = names.get(code) ?? names.size;
    names.set(code, known);
    places.push(place);
    classes.push(known);
  });
  return { places: Int32Array.from(places), classes: Uint8Array.from(classes), count: names.size };
}

async function predict(
  features: readonly Feature[],
  labels: Uint8Array,
  options: Parameters<typeof outOfBag>[2],
): Promise<Float64Array> {
  if (features.length > 0)
    return outOfBag(
      features.map(({ binned: one }) => one),
      labels,
      options,
    );
  const shares = new Float64Array(options.classes);
  for (const one of labels) shares[one] = (shares[one] ?? 0) + 1 / labels.length;
  return Float64Array.from(
    { length: labels.length * options.classes },
    (_, at) => shares[at % options.classes] ?? 0,
  );
}

/** Records whose most probable class is not their own. */
export function errorsOf(probabilities: Float64Array, classes: Uint8Array, count: number): number {
  let errors = 0;
  for (let at = 0; at < classes.length; at += 1) {
    if (largest(probabilities.subarray(at * count, (at + 1) * count)) !== classes[at]) errors += 1;
  }
  return errors;
}
