import { seeded } from '../../methods/random.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { featuresOf } from '../facts/label-features.ts';
import { isClass, labelModelOf, labelsOf } from '../facts/labels.ts';
import { neighbourDifference } from '../facts/neighbour-difference.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type Evidence, iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const labelLeakage: Measure = {
  id: 'label_leakage',
  version: 1,
  name: { zh: '不泄露标签的字段占比', en: 'Fields that do not give the label away' },
  formula: {
    zh: '不能单独判断标签的字段数 / 字段数；单独判断：一个字段几乎消除所有错误，而其余字段合起来做不到（抽样）',
    en: 'fields that do not tell the label by themselves / fields; one tells it where it alone saves nearly all errors and all others together do not (on the sample)',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Sim-ML-3'), iso5259('Rel-ML-1')],
  requires: ['field with role label'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const label of labelsOf(table).slice(0, table.thresholds.most_labels)) {
      observations.push(
        isClass(label, table.thresholds.most_label_classes)
          ? await ofClasses(table, label)
          : await ofQuantity(table, label),
      );
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_label_field', ['field with role label']) }];
  },
  vector: {
    fields: [
      { id: 'x', type: 'number', role: 'measurement' },
      { id: 'result', type: 'string', role: 'status' },
      { id: 'class', type: 'string', role: 'label' },
      { id: 'size', type: 'number', role: 'label' },
    ],
    rows: Array.from({ length: 300 }, (_, place) => [
      (place * 37) % 101,
      `R${((place * 53) % 7) % 3}`,
      ['a', 'b', 'c'][((place * 53) % 7) % 3] ?? null,
      ((place * 71) % 97) / 10,
    ]),
    expected: [
      { field: 'class', value: 0.5 },
      { field: 'size', value: 1 },
    ],
    source: 'of two fields one is the class by another name',
  },
};

async function ofClasses(table: TableFacts, label: FieldFacts): Promise<Observation> {
  const field = label.field.id;
  const model = await labelModelOf(table, label);
  if (typeof model === 'string') return { field, value: notMeasured(model, []) };
  const sample = await table.sample();
  const size = model.classes.length;
  const all = model.features.length + model.leaks.length;
  const cases = model.leaks.map(
    (leak): Evidence => ({
      count: size,
      rows: [],
      fields: [leak.field],
      magnitude: { value: Number((100 * (1 - leak.errors / size)).toPrecision(4)), unit: '%' },
      detail: {
        label: field,
        by: leak.byMissing ? 'missing' : 'value',
        others: Number((100 * (1 - leak.others / size)).toPrecision(4)),
      },
    }),
  );
  const value = ratio(all - cases.length, all);
  return { field, value, cases, ...(sample.whole ? {} : { scanned: sample.size }) };
}

async function ofQuantity(table: TableFacts, { field, distinct }: FieldFacts): Promise<Observation> {
  const { most_features, leak_difference, label_records } = table.thresholds;
  const sample = await table.sample();
  const features = featuresOf(table)
    .filter((one) => isNumeric(one.field))
    .slice(0, most_features);
  if (!isNumeric(field) || features.length === 0) {
    return { field: field.id, value: notMeasured('no_features', []) };
  }
  if (sample.sorted(field.id).length < label_records || (distinct ?? 0) < 20) {
    return { field: field.id, value: notMeasured('too_few_records', []) };
  }
  const rng = seeded(7);
  const quantity = sample.column(field.id);
  const cases = features.flatMap((one): Evidence[] => {
    const difference = neighbourDifference(sample.column(one.field.id), quantity, rng);
    if (!(difference < leak_difference)) return [];
    return [
      {
        count: sample.size,
        rows: [],
        fields: [one.field.id],
        magnitude: { value: Number((100 * difference).toPrecision(3)), unit: '%' },
        detail: { label: field.id, by: 'quantity' },
      },
    ];
  });
  const value = ratio(features.length - cases.length, features.length);
  return { field: field.id, value, cases, ...(sample.whole ? {} : { scanned: sample.size }) };
}
