import type { Condition, Field } from '../../workspace/index.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { union } from '../facts/rows.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  ratio,
  tc609,
} from './measure.ts';

/** Days that clocks and programs start or end at: epochs of Unix, spreadsheets, Macintosh, FAT and real-time clocks, and the last of 32 bits. */
const defaultDays = ['1900-01-01', '1904-01-01', '1970-01-01', '1980-01-01', '2000-01-01', '2038-01-19'];

export const probableDates: Measure = {
  id: 'probable_dates',
  version: 1,
  name: { zh: '可信日期占比', en: 'Probable dates' },
  formula: {
    zh: '年份在合理范围内、且不是系统默认日期（如 1970-01-01，且前后一年内没有其他日期）的值数 / 有值的单元数',
    en: 'dates of a reasonable year that are no default of a clock (as 1970-01-01, with no other date within a year) / dates',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-1'), tc609('0201')],
  requires: ['field of dates'],
  async observe(table) {
    const dates = table.fields.filter(
      ({ field, present }) => (field.type === 'date' || field.type === 'datetime') && present > 0,
    );
    if (dates.length === 0) return [{ value: notMeasured('no_date_field', ['field of dates']) }];
    const observations: Observation[] = [];
    for (const facts of dates) observations.push(await observed(table, facts));
    return observations;
  },
  vector: {
    fields: [
      { id: 'a', type: 'date' },
      { id: 'b', type: 'datetime' },
      { id: 'c', type: 'date' },
    ],
    rows: [
      ['2024-03-01', '2024-03-01T08:00:00', '1970-01-01'],
      ['9999-12-31', '1970-01-01T00:00:00', '1970-01-02'],
      ['0024-03-02', '2024-03-01T08:02:00', '1970-01-03'],
      ['2024-03-03', null, '1970-01-04'],
    ],
    expected: [
      { field: 'a', value: 0.5 },
      { field: 'b', value: 2 / 3 },
      { field: 'c', value: 1 },
    ],
    source:
      'years 24 and 9999; one start of the Unix epoch among dates of 2024; dates of January 1970 among their like',
  },
};

async function observed(table: TableFacts, { field, present }: FieldFacts): Promise<Observation> {
  const { date_year_min, date_year_max } = table.thresholds;
  const { rows } = await table.ask({
    select: [
      { field: field.id, aggregate: 'min' },
      { field: field.id, aggregate: 'max' },
    ],
    limit: 1,
  });
  const [first, last] = (rows[0] ?? []).map((cell) => String(cell ?? '').slice(0, 10));
  const cases: (readonly [string, Condition])[] = [];
  const limits = [`${year(date_year_min)}-01-01`, `${year(date_year_max)}-12-31`] as const;
  if (first === undefined || last === undefined) return { field: field.id, value: ratio(present, present) };
  // Years beyond four digits carry a sign or a letter, and fail the comparison of texts as they should.
  if (!(first >= limits[0] && last <= limits[1] && last.length === 10)) {
    cases.push([
      limits.join(' – '),
      { field: field.id, op: 'not_between', value: [limits[0], endOf(field, limits[1])] },
    ]);
  }
  for (const day of defaultDays) {
    if (day < first || day > last) continue;
    const where = within(field, day, day);
    const [count, around] = [await countOf(table, where), await countOf(table, yearAround(field, day))];
    if (count > 0 && around === count && count <= present / 2) cases.push([day, where]);
  }
  if (cases.length === 0) return { field: field.id, value: ratio(present, present) };
  const parts: { readonly what: string; readonly found: Awaited<ReturnType<typeof recordsWhere>> }[] = [];
  for (const [what, where] of cases) parts.push({ what, found: await recordsWhere(table, [where]) });
  const count = parts.reduce((sum, { found }) => sum + found.count, 0);
  const evidence: Evidence = {
    count,
    rows: parts.flatMap(({ found }) => found.rows.slice(0, 10)).toSorted((a, b) => a - b),
    ...(parts.every(({ found }) => found.affected) && {
      affected: union(...parts.map(({ found }) => found.affected ?? [])),
    }),
    ...(parts[0] && { query: parts[0].found.query }),
    detail: {
      beyond: parts.some(({ what }) => what.includes(' ')) ? limits.join(' – ') : '',
      defaults: parts.flatMap(({ what }) => (what.includes(' ') ? [] : [what])).join(', '),
      ...(parts.length === 1 && { only: parts[0]?.what ?? '' }),
    },
  };
  return { field: field.id, value: ratio(present - count, present), evidence };
}

const year = (value: number): string => String(value).padStart(4, '0');

function endOf({ type }: Field, day: string): string {
  return type === 'date' ? day : `${day}T23:59:59.999999`;
}

function within(field: Field, first: string, last: string): Condition {
  return { field: field.id, op: 'between', value: [first, endOf(field, last)] };
}

function yearAround(field: Field, day: string): Condition {
  const at = Number(day.slice(0, 4));
  return within(field, `${year(at - 1)}${day.slice(4)}`, `${year(at + 1)}${day.slice(4)}`);
}

async function countOf(table: TableFacts, where: Condition): Promise<number> {
  const { matched } = await table.ask({ select: [{ aggregate: 'count' }], where: [where], limit: 1 });
  return matched;
}
