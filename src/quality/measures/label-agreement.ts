import { wilson } from '../../methods/intervals/index.ts';
import { largest } from '../facts/errors-alone.ts';
import { errorsOf, type LabelModel, labelModelOf, labelsOf } from '../facts/labels.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Thresholds } from '../profile.ts';
import { iso5259, type Measure, notMeasured, type Observation, placed, ratio, tc609 } from './measure.ts';

export const labelAgreement: Measure = {
  id: 'label_agreement',
  version: 1,
  name: { zh: '标签与其他字段一致率', en: 'Agreement of labels with the other fields' },
  formula: {
    zh: '在类别最明确的记录中，标签与预测一致的记录数 / 这些记录数（随机森林，只用未见过该记录的树）',
    en: 'records with the class that is predicted / records, among those whose class is clearest (a random forest, by the trees that did not see the record)',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-7'), tc609('0304')],
  requires: ['field with role label', 'fields that tell it'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const label of labelsOf(table).slice(0, table.thresholds.most_labels)) {
      const field = label.field.id;
      const model = await labelModelOf(table, label);
      if (typeof model === 'string') observations.push({ field, value: notMeasured(model, []) });
      else observations.push({ field, ...(await agreement(table, model)) });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_label_field', ['field with role label']) }];
  },
  vector: {
    fields: [
      { id: 'x', type: 'number' },
      { id: 'class', type: 'string', role: 'label' },
      { id: 'coin', type: 'string', role: 'label' },
    ],
    // Two clusters far apart, and a label that has nothing to do with them.
    rows: Array.from({ length: 400 }, (_, place) => [
      (place % 2) * 100 + ((place * 37) % 101) / 10,
      place % 2 === 0 ? 'low' : 'high',
      (place * place) % 7 < 3 ? 'head' : 'tail',
    ]),
    expected: [
      { field: 'class', value: 1 },
      { field: 'coin', value: 'label_not_learnable' },
    ],
    source: 'two clusters that one number parts',
  },
};

/**
 * Lower limit of the share of right predictions among those of any class but the largest: a label of which nothing is known
 * is predicted as the largest class or wrongly, and wrong labels hardly change it, however rare the class.
 */
function rareRight({ probabilities, classes, count }: LabelModel): number {
  const counts = new Float64Array(count);
  for (const one of classes) counts[one] = (counts[one] ?? 0) + 1;
  const usual = largest(counts);
  let [predicted, right] = [0, 0];
  for (let at = 0; at < classes.length; at += 1) {
    const best = largest(probabilities.subarray(at * count, (at + 1) * count));
    if (best === usual) continue;
    predicted += 1;
    if (best === classes[at]) right += 1;
  }
  return wilson(right, predicted).low;
}

/** Records by how clear their class is, the clearest first, and which of them have another label. */
function clearest({ probabilities, classes, count }: LabelModel) {
  const order = Array.from(classes.keys());
  const best = order.map((at) => largest(probabilities.subarray(at * count, (at + 1) * count)));
  const clear = best.map((one, at) => probabilities[at * count + one] ?? 0);
  order.sort((a, b) => (clear[b] ?? 0) - (clear[a] ?? 0) || a - b);
  return { order, contradicted: order.map((at) => best[at] !== classes[at]), clear };
}

const countIn = (flags: readonly boolean[], from: number, to: number): number =>
  flags.slice(from, to).filter(Boolean).length;

async function agreement(table: TableFacts, model: LabelModel): Promise<Omit<Observation, 'field'>> {
  const { thresholds } = table;
  const sample = await table.sample();
  const size = model.classes.length;
  const scanned = sample.whole ? {} : { scanned: size };
  const wrong = errorsOf(model.probabilities, model.classes, model.count);
  if (1 - wrong / model.base < thresholds.label_learnable && rareRight(model) < thresholds.label_rare_right) {
    return { value: notMeasured('label_not_learnable', []), ...scanned };
  }
  const { order, contradicted, clear } = clearest(model);
  const step = Math.max(Math.ceil(size / 10), Math.min(400, Math.ceil(size / 3)));
  const disagreeing = countIn(contradicted, 0, step);
  const value = ratio(step - disagreeing, step);
  const both = { disagreeing: countIn(contradicted, 0, 2 * step), of: Math.min(size, 2 * step) };
  const least = Math.min(wilson(disagreeing, step).low, wilson(both.disagreeing, both.of).low);
  if (least <= thresholds.label_noise_share) return { value, ...scanned };
  const reach = reachOf(
    contradicted,
    step,
    Math.max(disagreeing / step, both.disagreeing / both.of),
    thresholds,
  );
  const suspects = order
    .slice(0, reach)
    .filter((_, at) => contradicted[at])
    .map((at) => ({ row: sample.rows[model.places[at] ?? 0] ?? Number.NaN, sure: clear[at] ?? 0 }));
  const rows = suspects.map(({ row }) => row);
  return {
    value,
    ...scanned,
    evidence: {
      count: rows.length,
      ...placed(table, rows),
      magnitude: { value: Number(((100 * disagreeing) / step).toPrecision(3)), unit: '%' },
      confidence: Number((suspects.reduce((sum, { sure }) => sum + sure, 0) / suspects.length).toFixed(3)),
      detail: { records: size, sampled: sample.whole ? 0 : 1 },
    },
  };
}

/** How far down the contradictions are no more frequent than among the clearest records: beyond, the class itself is unclear. */
function reachOf(
  contradicted: readonly boolean[],
  step: number,
  rate: number,
  { label_noise_excess }: Thresholds,
): number {
  let reach = step;
  while (reach + step <= contradicted.length) {
    if (countIn(contradicted, reach, reach + step) / step > label_noise_excess * rate) break;
    reach += step;
  }
  return reach;
}
