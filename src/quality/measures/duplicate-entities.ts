import { rowSet } from '../facts/rows.ts';
import { recordsWithText } from '../facts/texts.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type EntityGroup, type Likeness, type Occurrence, similarEntities } from '../master-data/index.ts';
import { gbt36344, iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

const named = ['identifier', 'group', 'label', 'status'];

export const duplicateEntities: Measure = {
  id: 'duplicate_entities',
  version: 1,
  name: { zh: '实体写法唯一率', en: 'Entities under one name' },
  formula: {
    zh: '1 − 与更常见的值相近（大小写、全半角、标点、词序、易混字符、一处笔误）的不同值数 / 不同值数',
    en: '1 − different values that are like a more frequent one (case, width, signs, order of words, O and 0, one slip) / different values',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0401', 'unverified'), iso5259('Con-ML-4')],
  requires: ['text field with role identifier, group, label or status, or whose values recur'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const facts of table.fields) {
      if (isNamed(facts)) observations.push(await entitiesOf(table, facts));
    }
    if (observations.length > 0) return observations;
    return [
      { value: notMeasured('no_entity_field', ['field with role identifier, group, label or status']) },
    ];
  },
  vector: {
    fields: [
      { id: 'supplier', type: 'string', role: 'identifier' },
      { id: 'machine', type: 'string', role: 'group' },
      { id: 'note', type: 'string' },
    ],
    rows: [
      ['Hydraulic Pump GmbH', 'M001', 'a'],
      ['hydraulic pump, GmbH', 'M002', 'b'],
      ['宝山钢铁（股份）', 'M010', 'c'],
      ['宝山钢铁(股份)', 'M100', 'd'],
    ],
    expected: [
      { field: 'supplier', value: 0.5 },
      { field: 'machine', value: 1 },
    ],
    source: 'two names are written in two ways each; codes whose digits differ are different things',
  },
};

/** Fields whose values name things. Without a role, those whose values recur: a text of its own in each record is no name. */
function isNamed({ field, present, distinct }: FieldFacts): boolean {
  if (field.type !== 'string' || distinct === null || distinct < 2 || field.codeSystem) return false;
  return field.role === null ? 2 * distinct <= present : named.includes(field.role);
}

async function entitiesOf(table: TableFacts, { field, distinct }: FieldFacts): Promise<Observation> {
  const most = table.thresholds.most_entities;
  if ((distinct ?? 0) > most) return { field: field.id, value: notMeasured('too_many_values', []) };
  const { rows } = await table.ask({
    select: [{ field: field.id }, { aggregate: 'count' }, { field: 'row', aggregate: 'min' }],
    where: [{ field: field.id, op: 'is_present' }],
    order: [{ by: { field: 'row', aggregate: 'min' }, descending: false }],
    limit: most,
  });
  const occurrences = rows.map(([value, count, row]): Occurrence => {
    return { value: String(value), count: Number(count), row: Number(row) };
  });
  const groups = similarEntities(occurrences, { slips: field.role !== null });
  const others = new Set(groups.flatMap(({ members }) => members.slice(1).map(({ value }) => value)));
  const value = ratio(occurrences.length - others.size, occurrences.length);
  if (groups.length === 0) return { field: field.id, value };
  const records = await recordsWithText(table, field.id, (text) => others.has(text));
  const evidence = {
    count: records.rows.length,
    rows: records.rows.slice(0, 10),
    affected: rowSet(records.rows),
    confidence: confidenceOf(groups),
    query: table.question({
      where: [{ field: field.id, op: 'in', value: groups.flatMap(valuesOf).slice(0, 1000) }],
    }),
    detail: { groups: groups.length, values: others.size, examples: examplesOf(groups) },
  };
  return { field: field.id, value, evidence };
}

const valuesOf = ({ members }: EntityGroup) => members.map(({ value }) => value);

/** Our own estimate; a slip may be another word. */
const sureness: Readonly<Record<Likeness, number>> = { spelling: 0.95, confusable: 0.8, slip: 0.6 };

function confidenceOf(groups: readonly EntityGroup[]): number {
  const sum = groups.reduce((all, { likeness }) => all + sureness[likeness], 0);
  return Number((sum / groups.length).toFixed(2));
}

/** The groups with most records, on one line: `“Pump” = “pump”; “M001” = “MO01”`. */
function examplesOf(groups: readonly EntityGroup[]): string {
  const weight = ({ members }: EntityGroup) => members.slice(1).reduce((sum, { count }) => sum + count, 0);
  const shown = groups.toSorted((a, b) => weight(b) - weight(a)).slice(0, 3);
  const quoted = (text: string) => `“${text.replace(/\s+/g, ' ').slice(0, 40)}”`;
  const list = shown.map((group) => valuesOf(group).slice(0, 3).map(quoted).join(' = '));
  return groups.length > shown.length ? `${list.join('; ')}; …` : list.join('; ');
}
