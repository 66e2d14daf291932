import { type ProcessUnit, type QuantityKind, tidy, toBase, unitOf, unitPattern } from './units.ts';

export type Relation = 'equal' | 'at_most' | 'at_least';

/** A number with a unit out of a question. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** In the base unit: °C, h, or the scale that `unit` names. */
  readonly value: number;
  /** Half of a stated range, `40 ± 2` or `38–42`. */
  readonly tolerance: number;
  readonly relation: Relation;
  readonly unit: ProcessUnit;
  /** As written. */
  readonly stated: string;
  /** Whether the unit was left out and taken from the word beside it. */
  readonly assumed: boolean;
  /** Whether it belongs to the quench or the state before it, which is not what is being asked for. */
  readonly beforehand: boolean;
}

export interface Quantities {
  readonly found: readonly Quantity[];
  /** The text with the quantities blanked out: what names a material must not be one of them. */
  readonly rest: string;
}

const number = '(?<![A-Za-z\\d]|\\d[.,]|[A-Za-z\\d]-)[-+]?\\d+(?:[.,]\\d+)*';
const range = new RegExp(
  `(${number})\\s*(${unitPattern})?\\s*(±|\\+/?-|-|–|—|~|to|and|至|到|和|与)\\s*(\\d+(?:[.,]\\d+)*)\\s*-?(${unitPattern})`,
  'gu',
);
const single = new RegExp(`(${number})\\s*-?(${unitPattern})`, 'gu');
const scaleFirst = /(HRC|HBW|HRA|HRB|HB|HV|洛氏硬度)\s*[:=为]?\s*(\d+(?:\.\d+)?)(?![\d.]*[A-Za-z%])/gu;
// Rockwell numbers end at 100 by definition; a larger bare number beside the word is a grade.
const bareHardness =
  /(?:hardness|硬度)\s*(?:of|is|to|:|=|为|是|达到|到)?\s*(\d{1,2}(?:\.\d+)?)(?![\d.]*[\p{L}\d%])/giu;

const atMost =
  /(?:at most|no(?:t)? (?:more|higher|longer|hotter|over|above|exceed\w*)(?: than)?|below|under|(?<!no )(?<!not )(?:less|lower|shorter) than|up to|max(?:imum|\.)?(?: of)?|<=?|≤|不(?:得)?(?:超过|高于|大于|多于)|(?<!不得?)(?:低于|小于|少于)|最[多高长]|至多|上限)\s*(?:of|为|是|:)?\s*$/i;
const atLeast =
  /(?:at least|no(?:t)? (?:less|lower|below|under|shorter)(?: than)?|above|over|(?:more|higher|longer) than|exceed(?:s|ing)?|min(?:imum|\.)?(?: of)?|>=?|≥|不(?:得)?(?:低于|小于|少于)|高于|大于|超过|至少|最[少低短]|下限)\s*(?:of|为|是|:)?\s*$/i;

const quench =
  /(?:quench(?:ed|ing)?|austeniti[sz](?:ed|ing)?|initial|as-received|淬火|奥氏体化|初始|淬后)[^,，。;；后]{0,16}$/i;
const quenchAfter = /^\s*[油水空]?(?:淬|奥氏体化)/;

function relation(before: string, after: string): Relation {
  if (atMost.test(before) || /^\s*(?:以下|以内|之内|或以下|or (?:less|lower|below)|max)/i.test(after)) {
    return 'at_most';
  }
  if (atLeast.test(before) || /^\s*(?:以上|或以上|or (?:more|higher|above)|min(?!u))/i.test(after)) {
    return 'at_least';
  }
  return 'equal';
}

function numeric(text: string): number {
  const thousands = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text);
  return Number(thousands ? text.replaceAll(',', '') : text.replace(',', '.'));
}

const words: readonly (readonly [RegExp, string])[] = [
  [/\bhalf an hour\b|半个?小时/gi, ' 30 min '],
  [/\b(?:an|one) hour\b|(?<![\d一二两三四五六七八九十])一(?=个?小时)/gi, ' 1 h '],
  [/\btwo hours\b/gi, ' 2 h '],
];
const numerals = '一二三四五六七八九十';

/** Spelt-out numbers before an hour or a minute as digits; other words stay. */
function digits(text: string): string {
  const spelt = words.reduce((all, [pattern, value]) => all.replace(pattern, value), text);
  return spelt
    .replace(/ 1 h 个?小时/g, ' 1 h ')
    .replace(/(?<![十百千\d])([二两三四五六七八九十])(?=个?(?:小时|分钟))/g, (_, numeral: string) =>
      String(numeral === '两' ? 2 : numerals.indexOf(numeral) + 1),
    );
}

/** Takes the numbers with units out of a question; ranges and limits are told apart from single values. */
export function quantitiesIn(question: string): Quantities {
  const text = digits(tidy(question));
  const found: (Quantity & { readonly at: number; readonly end: number })[] = [];
  let rest = text;
  const take = (match: RegExpMatchArray, values: readonly number[], symbol: string, assumed = false) => {
    const unit = unitOf(symbol);
    if (!unit || values.some((value) => !Number.isFinite(value))) return;
    const at = match.index ?? 0;
    const end = at + match[0].length;
    const based = values.map((value) => toBase(value, unit));
    const low = based[0] ?? Number.NaN;
    const high = based.at(-1) ?? Number.NaN;
    const [before, after] = [text.slice(Math.max(0, at - 30), at), text.slice(end)];
    found.push({
      kind: unit.kind,
      value: (low + high) / 2,
      tolerance: (high - low) / 2,
      relation: values.length > 1 ? 'equal' : relation(before, after),
      unit,
      stated: match[0].trim(),
      assumed,
      beforehand: (quench.test(before) && !/temper|回火/i.test(before)) || quenchAfter.test(after),
      at,
      end,
    });
  };
  const blank = () => {
    for (const { at, end } of found) rest = rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end);
  };

  for (const match of rest.matchAll(range)) {
    const [, first = '', firstUnit, sign = '', second = '', symbol = ''] = match;
    const [a, b] = [numeric(first), numeric(second)];
    if (firstUnit && unitOf(firstUnit) !== unitOf(symbol)) continue;
    if (/^(?:±|\+)/.test(sign)) take(match, [a - b, a + b], symbol);
    else if (a < b) take(match, [a, b], symbol);
  }
  blank();
  for (const match of rest.matchAll(single)) take(match, [numeric(match[1] ?? '')], match[2] ?? '');
  blank();
  for (const match of rest.matchAll(scaleFirst)) {
    take(match, [numeric(match[2] ?? '')], match[1]?.startsWith('洛') ? 'HRC' : (match[1] ?? ''));
  }
  blank();
  for (const match of rest.matchAll(bareHardness)) take(match, [numeric(match[1] ?? '')], 'HRC', true);
  blank();

  return { found: joined(found.toSorted((a, b) => a.at - b.at)), rest };
}

/** `1 h 30 min` is one time. */
function joined(
  found: readonly (Quantity & { readonly at: number; readonly end: number })[],
): readonly Quantity[] {
  const result: (Quantity & { end: number })[] = [];
  for (const { at, ...quantity } of found) {
    const last = result.at(-1);
    const continues =
      last?.kind === 'time' &&
      quantity.kind === 'time' &&
      at - last.end <= 1 &&
      last.unit.factor > quantity.unit.factor;
    if (last && continues) {
      result[result.length - 1] = {
        ...last,
        value: last.value + quantity.value,
        stated: `${last.stated} ${quantity.stated}`,
        end: quantity.end,
      };
    } else result.push(quantity);
  }
  return result.map(({ end: _, ...quantity }) => quantity);
}
