import type { Field } from '../../workspace/index.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { frequentTexts } from '../facts/frequent.ts';
import type { TableFacts } from '../facts/types.ts';
import {
  type Evidence,
  gbt36344,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  placed,
  ratio,
} from './measure.ts';

/** Rows that are named one by one. */
const mostRows = 1_000_000;

export const referenceIntegrity: Measure = {
  id: 'reference_integrity',
  version: 1,
  name: { zh: '引用完整率', en: 'Referential integrity' },
  formula: {
    zh: '在被引用字段中存在的值数 / 有值的单元数',
    en: 'values that the field referred to has too / values',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0402', 'unverified'), iso5259('Con-ML-4')],
  requires: ['references of a field'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, present } of table.fields) {
      if (field.references && present > 0) observations.push(await observed(table, field, field.references));
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_references', ['references of a field']) }];
  },
  vector: {
    fields: [
      { id: 'part', type: 'string', role: 'identifier' },
      {
        id: 'assembly',
        type: 'string',
        declared: { references: { recordSet: 'records', field: 'part' } },
      },
    ],
    rows: [
      ['p1', null],
      ['p2', 'p1'],
      ['p3', 'p1'],
      ['p4', 'p9'],
      ['p5', 'p3'],
    ],
    expected: [{ field: 'assembly', value: 0.75 }],
    source: 'p9 is no part; a field may refer to its own record set',
  },
};

/** Values that can be told apart by their codes in a scan: texts among texts, numbers among numbers, and so on. */
const family = (field: Field): string => (isNumeric(field) ? 'number' : field.type);

async function observed(
  table: TableFacts,
  field: Field,
  { recordSet, field: id }: NonNullable<Field['references']>,
): Promise<Observation> {
  const target = table.entry.recordSets.find((one) => one.id === recordSet);
  const referred = target?.fields.find((one) => one.id === id);
  if (!referred) return { field: field.id, value: notMeasured('reference_unknown', [`${recordSet}.${id}`]) };
  // Codes of texts and of numbers are not comparable; texts of both are.
  const alike = family(referred) === family(field) && field.type !== 'structure';
  if ((referred.statistics?.distinct ?? 0) > table.thresholds.most_references) {
    return { field: field.id, value: notMeasured('too_many_values', []) };
  }
  const known = new Set<number | string>();
  for await (const { column } of columnOf(table, id, alike, recordSet)) {
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place];
      if (isValue(value)) known.add(value);
    }
    if (known.size > table.thresholds.most_references) {
      return { field: field.id, value: notMeasured('too_many_values', []) };
    }
  }
  const dangling: number[] = [];
  let [all, count] = [0, 0];
  for await (const { rows, column } of columnOf(table, field.id, alike)) {
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place];
      if (!isValue(value)) continue;
      all += 1;
      if (known.has(value)) continue;
      count += 1;
      if (dangling.length < mostRows) dangling.push(rows[place] ?? Number.NaN);
    }
  }
  const value = ratio(all - count, all);
  if (count === 0) return { field: field.id, value };
  return {
    field: field.id,
    value,
    evidence: await evidenceOf(table, field, `${recordSet}.${id}`, dangling, count),
  };
}

type Held = number | string | null | undefined;

const isValue = (value: Held): value is number | string =>
  value !== null && value !== undefined && !Number.isNaN(value);

/** What a field holds, batch by batch: codes of numbers, or texts. */
async function* columnOf(
  table: TableFacts,
  field: string,
  asNumbers: boolean,
  recordSet: string = table.recordSet.id,
): AsyncGenerator<{ readonly column: ArrayLike<Held>; readonly rows: Float64Array }> {
  const scan = asNumbers ? { fields: [field] } : { fields: [], texts: [field] };
  for await (const { rows, columns, texts } of table.scan({ recordSet, ...scan })) {
    yield { rows, column: (asNumbers ? columns[0] : texts[0]) ?? [] };
  }
}

async function evidenceOf(
  table: TableFacts,
  field: Field,
  target: string,
  rows: readonly number[],
  count: number,
): Promise<Evidence> {
  const found = await table.ask({
    select: [{ field: field.id }, { aggregate: 'count' }],
    where: [{ field: 'row', op: 'in', value: rows.slice(0, 1000) }],
    order: [{ by: { aggregate: 'count' }, descending: true }],
    limit: 6,
  });
  const frequent = found.rows.map(([value, times]) => [String(value), Number(times)] as const);
  return { count, ...placed(table, rows), detail: { target, frequent: frequentTexts(frequent) } };
}
