import { frequentTexts } from '../facts/frequent.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { rowSet } from '../facts/rows.ts';
import { recordsWithText, textsOf } from '../facts/texts.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { wholeMatches } from '../facts/whole-match.ts';
import type { Evidence, Measure, Observation } from './measure.ts';
import { gbt36344, iso5259, notMeasured, ratio, tc609 } from './measure.ts';

export const valueValidity: Measure = {
  id: 'value_validity',
  version: 1,
  name: { zh: '取值有效率', en: 'Valid values' },
  formula: {
    zh: '属于声明的枚举、整体匹配声明的格式、类型相符的值数 / 有值的单元数',
    en: 'values among the declared ones, that match the declared pattern as a whole, or are of the type of the others / values',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-1'), iso5259('Con-ML-3'), gbt36344('0302', 'unverified'), tc609('0201')],
  requires: ['values or pattern of a field'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const facts of table.fields) {
      if (facts.present === 0) continue;
      const one = facts.field.values
        ? await amongValues(table, facts, facts.field.values)
        : facts.field.pattern !== undefined && facts.field.type === 'string'
          ? await byPattern(table, facts, facts.field.pattern)
          : await byType(table, facts);
      if (one) observations.push(one);
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_declared_values', ['values or pattern of a field']) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'string', declared: { values: ['x', 'y'] } },
      { id: 'b', type: 'integer', declared: { values: [1, 2] } },
      { id: 'c', type: 'string', declared: { pattern: 'M\\d' } },
      { id: 'd', type: 'string' },
    ],
    rows: [
      ['x', 1, 'M1', 'q'],
      ['y', 2, 'M22', 'q'],
      ['z', 3, 'aM1', 'q'],
      [null, 3, 'M2', 'q'],
    ],
    expected: [
      { field: 'a', value: 2 / 3 },
      { field: 'b', value: 0.5 },
      { field: 'c', value: 0.5 },
    ],
    source: 'z, twice 3, and M22 and aM1, of which a part matches, are not allowed',
  },
};

function observed({ field, present }: FieldFacts, evidence: Evidence): Observation {
  const value = ratio(present - evidence.count, present);
  return evidence.count === 0 ? { field: field.id, value } : { field: field.id, value, evidence };
}

async function amongValues(
  table: TableFacts,
  facts: FieldFacts,
  values: readonly (string | number | boolean)[],
): Promise<Observation> {
  const { field, present } = facts;
  if (values.length === 0) return { field: field.id, value: ratio(present, present) };
  const where = [{ field: field.id, op: 'not_in', value: values } as const];
  const records = await recordsWhere(table, where);
  if (records.count === 0) return observed(facts, records);
  const { rows } = await table.ask({
    select: [{ field: field.id }, { aggregate: 'count' }],
    where,
    order: [{ by: { aggregate: 'count' }, descending: true }],
    limit: 6,
  });
  const frequent = rows.map(([value, count]) => [String(value), Number(count)] as const);
  return observed(facts, { ...records, detail: { why: 'values', frequent: frequentTexts(frequent) } });
}

async function byPattern(table: TableFacts, facts: FieldFacts, pattern: string): Promise<Observation> {
  const { field, distinct } = facts;
  if ((distinct ?? 0) > table.thresholds.most_texts) {
    return { field: field.id, value: notMeasured('too_many_values', []) };
  }
  const texts = new Set<string>();
  for await (const batch of table.scan({ fields: [], texts: [field.id] })) {
    for (const text of batch.texts[0] ?? []) if (text !== null) texts.add(text);
  }
  const all = [...texts];
  const matches = wholeMatches(pattern, all);
  if (!matches) return { field: field.id, value: notMeasured('pattern_not_applied', []) };
  const bad = new Set(all.filter((_, place) => !matches[place]));
  if (bad.size === 0) return observed(facts, { count: 0, rows: [] });
  return withTexts(table, facts, (text) => bad.has(text), 'pattern');
}

const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A field was read as text because a few of its values are no numbers. */
async function byType(table: TableFacts, facts: FieldFacts): Promise<Observation | undefined> {
  const { field } = facts;
  if (field.type !== 'string' || field.codeSystem || field.role === 'identifier') return undefined;
  const counts = (await textsOf(table)).byField.get(field.id) ?? new Map<string, number>();
  let [numbers, others] = [0, 0];
  let plain = true;
  for (const [text, count] of counts) {
    if (plainNumber.test(text.trim())) numbers += count;
    else {
      others += count;
      plain &&= !/\d/.test(text);
    }
  }
  const isQuantity = field.role === 'measurement' || field.role === 'setpoint';
  if (others === 0 || numbers < table.thresholds.number_share * (numbers + others)) return undefined;
  if (!plain && !isQuantity) return undefined;
  return withTexts(table, facts, (text) => !plainNumber.test(text.trim()), 'type');
}

async function withTexts(
  table: TableFacts,
  facts: FieldFacts,
  isBad: (text: string) => boolean,
  why: string,
): Promise<Observation> {
  const { id } = facts.field;
  const { rows, frequent } = await recordsWithText(table, id, isBad);
  const value = frequent.slice(0, 1000).map(([text]) => text);
  return observed(facts, {
    count: rows.length,
    rows: rows.slice(0, 10),
    affected: rowSet(rows),
    query: table.question({ where: [{ field: id, op: 'in', value }] }),
    detail: { why, frequent: frequentTexts(frequent) },
  });
}
