import type { Value } from '../../src/methods/condition/index.ts';
import type { Language } from '../../src/workspace/index.ts';
import type { FieldCard } from '../shared/tool-data.ts';
import type { Note } from './answer.ts';
import { namesOf } from './field-words.ts';
import { convert, sameUnit, unitSpellings } from './units.ts';
import { literal, say } from './words.ts';

/** Values of a record that a question states itself, in the dataset's units. */
export interface GivenValues {
  readonly values: Readonly<Record<string, Value>>;
  readonly derivation: readonly string[];
  readonly qualifications: readonly Note[];
  readonly missing: readonly Note[];
}

interface Mention {
  readonly field: FieldCard;
  readonly value: string;
  readonly unit: string;
}

const number = String.raw`[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const unit = `(?:${unitSpellings.map(literal).join('|')})(?![\\p{L}\\p{N}/])`;
const joint = String.raw`\s*(?:\[[^\]\n]{0,12}\]|\([^)\n]{0,12}\)|（[^）\n]{0,12}）)?\s*(?:=|:|：|＝|is|was|of|at|为|是|有)?\s*`;
/** A name in Latin letters is a word of its own: `line3` is not `line` = 3. Chinese needs no gap. */
const edge = (name: string) =>
  /^[\w ]+$/.test(name)
    ? `(?<![\\p{L}\\p{N}_])${literal(name)}(?![\\p{Script=Latin}\\p{N}_])`
    : literal(name);

/** Finds the values of these fields in a question. `text` should have no row numbers and ids left in it. */
export function givenValues(text: string, fields: readonly FieldCard[], language: Language): GivenValues {
  const named = mentions(text, fields);
  const rest = named.rest;
  const found = [...named.found, ...byUnit(rest, fields, new Set(named.found.map(({ field }) => field.id)))];
  return inUnits(found, language);
}

function mentions(text: string, fields: readonly FieldCard[]): { found: Mention[]; rest: string } {
  const owners = new Map<string, FieldCard[]>();
  for (const field of fields) {
    for (const name of namesOf(field)) owners.set(name, [...(owners.get(name) ?? []), field]);
  }
  const found: Mention[] = [];
  let rest = text;
  for (const [name, [field, ...others]] of [...owners].toSorted(([a], [b]) => b.length - a.length)) {
    if (!field || others.length > 0) continue;
    const value = field.type === 'string' ? `["“]?([A-Z0-9][\\w.-]*)["”]?(?![\\p{L}\\p{N}])` : `(${number})`;
    const form = new RegExp(`${edge(name)}${joint}${value}\\s*(${unit})?`, 'giu');
    rest = rest.replace(form, (whole, text: string, symbol: string | undefined) => {
      if (field.type === 'string' && !/^[A-Z0-9]/.test(text)) return whole;
      found.push({ field, value: text, unit: symbol ?? '' });
      return ' ; ';
    });
  }
  return { found, rest };
}

/** Numbers whose unit only one of the other fields has. */
function byUnit(text: string, fields: readonly FieldCard[], taken: ReadonlySet<string>): Mention[] {
  const form = new RegExp(`(?<![\\p{L}\\p{N}_.-])(${number})\\s*(${unit})`, 'giu');
  return [...text.matchAll(form)].flatMap(([, value = '', symbol = '']) => {
    const fitting = fields.filter(
      (field) => field.type !== 'string' && field.unit !== null && sameUnit(symbol, field.unit),
    );
    const [field, ...others] = fitting;
    return field && others.length === 0 && !taken.has(field.id) ? [{ field, value, unit: symbol }] : [];
  });
}

function inUnits(found: readonly Mention[], language: Language): GivenValues {
  const values: Record<string, Value> = {};
  const derivation: string[] = [];
  const qualifications: Note[] = [];
  const missing: Note[] = [];
  for (const { field, value: text, unit: symbol } of found) {
    const { id, unit: own } = field;
    if (field.type === 'string') {
      values[id] = text;
      continue;
    }
    const stated = Number(text.replace('−', '-').replaceAll(',', ''));
    const value = symbol && own ? convert(stated, symbol, own) : stated;
    if (value === undefined) {
      missing.push({
        code: 'unit',
        text: say(
          language,
          `${id}: ${text} ${symbol} cannot be turned into ${own}.`,
          `${id}：${text} ${symbol} 无法换算为 ${own}。`,
        ),
      });
      continue;
    }
    const before = values[id];
    if (before !== undefined && before !== value) {
      values[id] = null;
      missing.push({
        code: 'contradiction',
        text: say(
          language,
          `${id} is given twice, as ${before} and as ${value}.`,
          `${id} 给出了两个不同的值：${before} 与 ${value}。`,
        ),
      });
      continue;
    }
    values[id] = value;
    if (symbol && own && !sameUnit(symbol, own))
      derivation.push(`${id} = ${text} ${symbol} = ${value} ${own}`);
    if (!symbol && own) {
      qualifications.push({
        code: 'unit_assumed',
        text: say(
          language,
          `${id} is given without a unit and taken as ${own}, the unit of the data.`,
          `${id} 未给单位，按数据的单位 ${own} 理解。`,
        ),
      });
    }
  }
  return { values, derivation, qualifications, missing };
}
