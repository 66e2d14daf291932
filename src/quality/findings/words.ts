import type { Field, Finding, Interval, Language, Text } from '../../workspace/index.ts';
import { countOf, type RowSet } from '../facts/rows.ts';
import type { TableFacts } from '../facts/types.ts';

/** A field as a reader meets it: with its record set where the dataset has several. */
export function fieldName({ entry, recordSet }: TableFacts, field: string): string {
  return entry.recordSets.length > 1 ? `\`${recordSet.id}.${field}\`` : `\`${field}\``;
}

/** `12 of 340 records (3.5 %)`, `340 个值中有 12 个（3.5 %）`. */
export function outOf(count: number, all: number, what: 'records' | 'values', language: Language): string {
  const share = all > 0 ? percent(count / all) : '–';
  if (language === 'en') return `${count} of ${all} ${what} (${share})`;
  const [noun, unit] = what === 'records' ? ['条记录', '条'] : ['个值', '个'];
  return `${all} ${noun}中有 ${count} ${unit}（${share}）`;
}

/** Per cent with one decimal; never 0 or 100 for a share that is neither. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1 %';
  if (share < 1 && share > 0.999) return '>99.9 %';
  return `${Number((share * 100).toFixed(1))} %`;
}

/** Names in backticks, the first six of them, and how many more. */
export function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, 6).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (language === 'zh') return more > 0 ? `${shown.join('、')}等 ${names.length} 个字段` : shown.join('、');
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** {@link listed} in Chinese with words after it: a blank follows a name, and no Chinese word. */
export function listedBefore(names: readonly string[]): string {
  const list = listed(names, 'zh');
  return list.endsWith('`') ? `${list} ` : list;
}

/** Fields of findings, with their record sets where these differ. */
export function fieldsOf(findings: readonly Finding[]): readonly string[] {
  const several = new Set(findings.map(({ recordSet }) => recordSet)).size > 1;
  return findings.flatMap(({ recordSet, fields }) =>
    fields.map((field) => (several ? `${recordSet}.${field}` : field)),
  );
}

/** Number with four significant digits at most. */
export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A length of time of a field: from milliseconds for dates and times, else in the field's unit. */
export function span(field: Field | undefined, length: number): string {
  if (field?.type === 'integer' || field?.type === 'number') {
    return field.unit ? `${short(length)} ${field.unit.symbol}` : short(length);
  }
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ];
  const [name, size] = units.find(([, milliseconds]) => length >= 2 * milliseconds) ?? ['ms', 1];
  return `${short(length / size)} ${name}`;
}

/** A stretch: by its times, else by its rows, with its series. */
export function placeOf({ from, to, start, end, series }: Interval): string {
  const place = start === undefined || end === undefined ? `${from}–${to}` : `${start} – ${end}`;
  return series === undefined ? place : `${series}: ${place}`;
}

/** The unit of a field with a blank before it; `''` where it is unknown or a pure number. */
export function unitOf({ recordSet }: TableFacts, field: string): string {
  const symbol = recordSet.fields.find(({ id }) => id === field)?.unit?.symbol;
  return symbol === undefined || symbol === '1' ? '' : ` ${symbol}`;
}

/** The same text made in both languages. */
export function inBoth(make: (language: Language) => string): Text {
  return { zh: make('zh'), en: make('en') };
}

/** Values of one condition at most. */
const mostListed = 50;

/** A condition on `row` that leaves these records out, where they are few and cost no more than `cost` of the records. */
export function rowFilter(affected: RowSet | undefined, rows: number, cost: number) {
  if (!affected || affected.length === 0) return [];
  const count = countOf(affected);
  if (count > cost * rows) return [];
  const [only] = affected;
  if (affected.length === 1 && only && count > 1)
    return [{ field: 'row', op: 'not_between', value: [...only] }];
  if (count > mostListed) return [];
  const value = affected.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, place) => first + place),
  );
  return [{ field: 'row', op: 'not_in', value }];
}
