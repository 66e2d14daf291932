import { repeatedConditions } from '../facts/conditions.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { type Implication, implicationsOf } from '../facts/label-patterns.ts';
import { isClass, labelsOf } from '../facts/labels.ts';
import { rowSet, union } from '../facts/rows.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  placed,
  ratio,
} from './measure.ts';

export const labelConsistency: Measure = {
  id: 'label_consistency',
  version: 1,
  name: { zh: '标签一致率', en: 'Consistency of labels' },
  formula: {
    zh: '标签不矛盾的记录数 / 有标签的记录数；矛盾：其他字段全同而标签不同，或一个标签几乎总在其他标签之一成立时成立、此处却不是',
    en: 'records whose label contradicts nothing / records with a label; it contradicts where all other fields equal those of a record with another label, or where a label that is set almost exactly when one of others is, is not so here',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Con-ML-2')],
  requires: ['field with role label'],
  async observe(table) {
    const implications = await implicationsOf(table);
    const labels = labelsOf(table);
    const observations: Observation[] = [];
    for (const label of labels) {
      const own = implications.filter((one) => one.label === label.field.id);
      observations.push(await observed(table, label, own));
    }
    const others = implications.filter((one) => !labels.some(({ field }) => field.id === one.label));
    for (const one of others) {
      const evidence = implied(table, one);
      const value = ratio(one.records - evidence.count, one.records);
      observations.push({ field: one.label, value, cases: [evidence] });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_label_field', ['field with role label']) }];
  },
  vector: {
    fields: [
      { id: 'x', type: 'number', role: 'measurement' },
      { id: 'class', type: 'string', role: 'label' },
    ],
    rows: Array.from({ length: 200 }, (_, place) => [
      place >= 198 ? (place - 197) / 2 : place / 2,
      place === 199 || (place < 198 && place % 3 === 0) ? 'a' : 'b',
    ]),
    expected: [{ field: 'class', value: 0.99 }],
    source: 'records 3 and 200 have one x and two classes; 2 and 199 agree',
  },
};

async function observed(
  table: TableFacts,
  facts: FieldFacts,
  implications: readonly Implication[],
): Promise<Observation> {
  const { field, present } = facts;
  const classes = isClass(facts, table.thresholds.most_classes);
  const cases = implications.map((one) => implied(table, one));
  const repeated = await repeatedConditions(table, field.id, classes);
  if (!classes) {
    const spread = repeated && isNumeric(field) ? spreadCase(table, facts, repeated) : null;
    return {
      field: field.id,
      value: notMeasured('label_is_not_a_class', []),
      ...(spread && { cases: [spread] }),
    };
  }
  if (repeated) {
    const conflicts = repeated.groups.filter(
      ({ values }) =>
        new Set(values.flatMap(([code = Number.NaN]) => (Number.isNaN(code) ? [] : [code]))).size > 1,
    );
    const rows = conflicts.flatMap((group) => group.rows).toSorted((a, b) => a - b);
    // Where records that agree in all else differ in the label as often as not, the fields do not fix it: no contradiction.
    if (rows.length > 0 && conflicts.length <= repeated.groups.length / 2) {
      cases.push({
        count: rows.length,
        ...placed(table, rows),
        fields: [field.id],
        detail: { why: 'same', groups: conflicts.length },
      });
    }
  }
  const bad = union(...cases.map(({ affected = [] }) => affected));
  const count = bad.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return { field: field.id, value: ratio(present - count, present), cases };
}

function implied(table: TableFacts, { label, causes, without, unmarked, records }: Implication): Evidence {
  const rows = [...without, ...unmarked].toSorted((a, b) => a - b);
  return {
    count: rows.length,
    ...placed(table, rows),
    affected: rowSet(rows),
    fields: [label],
    detail: {
      why: 'implied',
      causes: causes.map((one) => `\`${one}\``).join(', '),
      without: without.length,
      unmarked: unmarked.length,
      records,
    },
  };
}

/** How far a quantity differs where a condition was repeated. */
function spreadCase(
  table: TableFacts,
  { field }: FieldFacts,
  { fields, groups }: NonNullable<Awaited<ReturnType<typeof repeatedConditions>>>,
): Evidence | null {
  const spreads = groups.flatMap(({ rows, values }) => {
    const known = values.flatMap(([value = Number.NaN]) => (Number.isNaN(value) ? [] : [value]));
    return known.length > 1 ? [{ rows, spread: Math.max(...known) - Math.min(...known) }] : [];
  });
  const widest = Math.max(...spreads.map(({ spread }) => spread));
  if (!(widest > 0)) return null;
  const ordered = spreads.toSorted((a, b) => b.spread - a.spread);
  const rows = ordered.flatMap((one) => one.rows);
  return {
    count: rows.length,
    ...placed(table, rows),
    fields: [field.id],
    magnitude: { value: Number(widest.toPrecision(6)), unit: field.unit?.symbol ?? '' },
    detail: {
      why: 'spread',
      groups: spreads.length,
      median: Number((ordered[ordered.length >> 1]?.spread ?? 0).toPrecision(4)),
      conditions: fields
        .slice(0, 6)
        .map((one) => `\`${one}\``)
        .join(', ')
        .concat(fields.length > 6 ? ', …' : ''),
    },
  };
}
