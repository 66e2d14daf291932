import { ZhujiError } from '../../workspace/index.ts';

/** A label. Only labels of a nominal scale may be text, unless their order is given. */
export type Value = string | number;

/** One list for each item: the label of each annotator, `null` where there is none. */
export type Ratings = readonly (readonly (Value | null)[])[];

/** A set of labels, as places in `values` and how often each occurs. */
export interface Pattern {
  readonly codes: readonly number[];
  readonly times: readonly number[];
  readonly labels: number;
}

export interface Patterns {
  /** Labels that occur, in order. */
  readonly values: readonly Value[];
  /** Different sets of labels that items were given, by whomever. */
  readonly patterns: readonly Pattern[];
  /** Pattern of each item that counts. */
  readonly items: Int32Array;
}

/** The labels that occur, in the given order, or else in that of numbers before texts. Errors: `invalid_argument` (not in the order). */
export function valuesOf(ratings: Ratings, order?: readonly Value[]): Value[] {
  const found = new Set(ratings.flat());
  found.delete(null);
  const values = [...found].filter((value) => value !== null);
  if (order) {
    const strange = values.find((value) => !order.includes(value));
    if (strange === undefined) return order.filter((value) => found.has(value));
    throw new ZhujiError(
      'invalid_argument',
      { en: `The label "${strange}" has no place in the order.`, zh: `标签“${strange}”不在给定的次序中。` },
      {
        recovery: {
          en: `The order is ${order.join(', ')}; add the label to it.`,
          zh: `给定的次序为 ${order.join('、')}；请补充该标签。`,
        },
      },
    );
  }
  return values.toSorted(byValue);
}

function byValue(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
  return typeof a === 'number' ? -1 : 1;
}

/** Items with `least` labels or more, those with the same labels taken together: statistics of agreement do not tell them apart. */
export function patternsOf(ratings: Ratings, least: number, order?: readonly Value[]): Patterns {
  const counted = ratings.filter((labels) => labels.filter((label) => label !== null).length >= least);
  const values = valuesOf(counted, order);
  const codeOf = new Map<Value | null, number>(values.map((value, code) => [value, code]));
  const places = new Map<string, number>();
  const patterns: Pattern[] = [];
  const items = new Int32Array(counted.length);
  for (const [item, labels] of counted.entries()) {
    const codes = labels.flatMap((label) => codeOf.get(label) ?? []);
    codes.sort((a, b) => a - b);
    const key = codes.join();
    const place = places.get(key) ?? patterns.push(patternOf(codes)) - 1;
    places.set(key, place);
    items[item] = place;
  }
  return { values, patterns, items };
}

function patternOf(sorted: readonly number[]): Pattern {
  const codes = [...new Set(sorted)];
  const times = codes.map((code) => sorted.lastIndexOf(code) - sorted.indexOf(code) + 1);
  return { codes, times, labels: sorted.length };
}

/** Number of items of each pattern. */
export function countsOf({ patterns, items }: Patterns): Float64Array {
  const counts = new Float64Array(patterns.length);
  for (const place of items) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}
