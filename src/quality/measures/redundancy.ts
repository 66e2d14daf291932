import { breathe } from '../breathe.ts';
import { isNumeric } from '../facts/field-facts.ts';
import type { Sample } from '../facts/sample.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type Evidence, iso5259, type Measure, notMeasured, ratio } from './measure.ts';

/** Records that a pair of fields is compared on. */
const compared = 10_000;

export const redundancy: Measure = {
  id: 'non_redundant_fields',
  version: 1,
  name: { zh: '不冗余的字段占比', en: 'Fields that are not redundant' },
  formula: {
    zh: '与前面的字段既不相同、也不成线性关系（|r| 不超过阈值）的数值字段数 / 数值字段数（抽样）',
    en: 'numeric fields that are neither equal to an earlier one nor a linear function of it (|r| within the threshold) / numeric fields (on the sample)',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Rel-ML-1')],
  requires: ['two numeric fields'],
  async observe(table) {
    const { most_pair_fields, redundant_correlation } = table.thresholds;
    const fields = candidates(table).slice(0, most_pair_fields);
    if (fields.length < 2) return [{ value: notMeasured('too_few_fields', ['two numeric fields']) }];
    const sample = await table.sample();
    const columns = fields.map(({ field }) => standardised(sample, field.id));
    const cases: Evidence[] = [];
    const redundant = new Set<number>();
    for (let b = 1; b < fields.length; b += 1) {
      await breathe();
      for (let a = 0; a < b && !redundant.has(b); a += 1) {
        const [one, other] = [fields[a], fields[b]];
        if (!one || !other || redundant.has(a) || isSetpointPair(one, other)) continue;
        const r = correlation(columns[a], columns[b]);
        if (!(Math.abs(r) > redundant_correlation)) continue;
        redundant.add(b);
        cases.push(caseOf(sample, one.field.id, other.field.id, r));
      }
    }
    const value = ratio(fields.length - redundant.size, fields.length);
    return [{ value, cases, ...(sample.whole ? {} : { scanned: sample.size }) }];
  },
  vector: {
    fields: [
      { id: 'celsius', type: 'number', role: 'measurement' },
      { id: 'fahrenheit', type: 'number', role: 'measurement' },
      { id: 'pressure', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 100 }, (_, place) => [place % 13, (place % 13) * 1.8 + 32, (place * 29) % 41]),
    expected: [{ value: 2 / 3 }],
    source: 'one temperature in two units',
  },
};

/** Quantities: labels have a measure of their own, and what counts or names records is none. */
function candidates({ fields }: TableFacts): readonly FieldFacts[] {
  return fields.filter(
    ({ field, distinct, present }) =>
      isNumeric(field) &&
      (distinct ?? 0) > 2 &&
      present > 30 &&
      !['identifier', 'time', 'label', 'group', 'split'].includes(field.role ?? ''),
  );
}

/** What is measured follows what is set. */
function isSetpointPair({ field: a }: FieldFacts, { field: b }: FieldFacts): boolean {
  return (a.role === 'setpoint') !== (b.role === 'setpoint');
}

/** Mean 0 and sum of squares 1; missing values at the mean; `null` where it does not vary. */
function standardised(sample: Sample, field: string): Float64Array | null {
  const all = sample.column(field);
  const step = Math.max(1, Math.ceil(all.length / compared));
  const values = Float64Array.from(
    { length: Math.ceil(all.length / step) },
    (_, at) => all[at * step] ?? Number.NaN,
  );
  let [sum, count] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) {
    const centred = (values[at] ?? Number.NaN) - sum / count;
    values[at] = Number.isNaN(centred) ? 0 : centred;
    squares += (values[at] ?? 0) ** 2;
  }
  if (!(squares > 0) || count < 30) return null;
  const scale = 1 / Math.sqrt(squares);
  return values.map((value) => value * scale);
}

function correlation(a: Float64Array | null | undefined, b: Float64Array | null | undefined): number {
  if (!a || !b) return Number.NaN;
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function caseOf(sample: Sample, first: string, second: string, r: number): Evidence {
  const [a, b] = [sample.column(first), sample.column(second)];
  const equal = a.every((value, at) => Object.is(value, b[at]));
  return {
    count: sample.size,
    rows: [],
    fields: [second, first],
    magnitude: { value: Number(r.toFixed(6)), unit: 'r' },
    detail: { equal: Number(equal) },
  };
}
