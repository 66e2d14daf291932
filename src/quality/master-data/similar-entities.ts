import { confusableKey, oneSlipApart, spellingKey, wordsOf } from './spelling.ts';

/** A value of a field of names or codes. */
export interface Occurrence {
  readonly value: string;
  readonly count: number;
  /** A source row that has it. */
  readonly row: number;
}

/** How values come to be taken for one thing; the least sure reason of a group counts. */
export type Likeness = 'spelling' | 'confusable' | 'slip';

export interface EntityGroup {
  /** The most frequent first. */
  readonly members: readonly Occurrence[];
  readonly likeness: Likeness;
}

export interface SimilarOptions {
  /** Look for slips of the pen in words too, and not only for other spellings. */
  readonly slips: boolean;
}

const order: readonly Likeness[] = ['spelling', 'confusable', 'slip'];

/** A slip is only looked for in words of so many letters, or Chinese characters. */
const fewestLetters = 6;
const fewestHan = 5;
/** In shorter names than this a slip is only believed if it is so much rarer than the other spelling. */
const longName = 10;
const rareShare = 0.02;

/**
 * Values that are probably one thing under several names: the same but for case, width, signs and the order of words; the same but
 * for O and 0, I and 1; or one slip apart in a long word. Values whose digits differ are different things.
 */
export function similarEntities(
  occurrences: readonly Occurrence[],
  { slips }: SimilarOptions,
): EntityGroup[] {
  const groups = unions(occurrences.length);
  const entries = occurrences.map((occurrence) => {
    const words = wordsOf(occurrence.value);
    return { ...occurrence, words, key: spellingKey(words) };
  });
  const link = (likeness: Likeness, keyOf: (index: number) => string) => {
    const seen = new Map<string, number>();
    for (const index of entries.keys()) {
      const key = keyOf(index);
      const former = seen.get(key);
      if (key === '') continue;
      if (former === undefined) seen.set(key, index);
      else groups.join(former, index, likeness);
    }
  };
  link('spelling', (index) => entries[index]?.key ?? '');
  link('confusable', (index) => confusableKey(entries[index]?.key ?? ''));
  if (slips) {
    for (const [a, b] of candidates(entries.map(({ words }) => words))) {
      const [one, other] = [entries[a], entries[b]];
      if (!one || !other || one.key === other.key) continue;
      const long = Math.min([...one.key].length, [...other.key].length) >= longName;
      const [rare, common] = one.count < other.count ? [one, other] : [other, one];
      if (long || rare.count <= rareShare * common.count) groups.join(a, b, 'slip');
    }
  }
  return groups.all().map(({ members, likeness }) => ({
    members: members
      .flatMap((index) => occurrences[index] ?? [])
      .sort((x, y) => y.count - x.count || x.row - y.row),
    likeness,
  }));
}

/** Whether a word is long enough for a slip in it, or would be with the letter that it left out. */
function isLong(word: string, leftOut: 0 | 1): boolean {
  if (!/^\p{L}+$/u.test(word)) return false;
  return [...word].length + leftOut >= (/\p{Script=Han}/u.test(word) ? fewestHan : fewestLetters);
}

/** Pairs of values that differ in one long word by one slip, found by the words with one character left out. */
function candidates(all: readonly (readonly string[])[]): (readonly [number, number])[] {
  const places = new Map<string, { index: number; word: string }[]>();
  const found = new Map<string, readonly [number, number]>();
  for (const [index, words] of all.entries()) {
    for (const [place, word] of words.entries()) {
      if (!isLong(word, 1)) continue;
      const rest = `${words.toSpliced(place, 1).toSorted().join(' ')}\u0000`;
      const letters = [...word];
      const shortened = new Set([word, ...letters.map((_, out) => letters.toSpliced(out, 1).join(''))]);
      for (const short of shortened) {
        const known = places.get(rest + short) ?? [];
        for (const other of known) {
          if (other.index === index || !(isLong(word, 0) || isLong(other.word, 0))) continue;
          if (oneSlipApart(word, other.word)) {
            found.set(`${other.index} ${index}`, [other.index, index]);
          }
        }
        if (known.length < mostAlike) known.push({ index, word });
        places.set(rest + short, known);
      }
    }
  }
  return [...found.values()];
}

/** Values with one shortened word in common that are compared with each other. */
const mostAlike = 50;

/** Disjoint sets of places, each with the least sure reason that joined it. */
function unions(size: number) {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const reasons = new Map<number, Likeness>();
  const root = (index: number): number => {
    let at = index;
    while ((parents[at] ?? at) !== at) {
      parents[at] = parents[parents[at] ?? at] ?? at;
      at = parents[at] ?? at;
    }
    return at;
  };
  const weaker = (...likenesses: (Likeness | undefined)[]): Likeness =>
    order[Math.max(...likenesses.map((one) => (one === undefined ? 0 : order.indexOf(one))))] ?? 'spelling';
  return {
    join(a: number, b: number, likeness: Likeness): void {
      const [one, other] = [root(a), root(b)];
      if (one === other) return;
      parents[other] = one;
      reasons.set(one, weaker(likeness, reasons.get(one), reasons.get(other)));
    },
    all(): { members: number[]; likeness: Likeness }[] {
      const members = new Map<number, number[]>();
      for (let index = 0; index < size; index++) {
        const at = root(index);
        const known = members.get(at) ?? [];
        known.push(index);
        members.set(at, known);
      }
      return [...members]
        .filter(([, list]) => list.length > 1)
        .map(([at, list]) => ({ members: list, likeness: reasons.get(at) ?? 'spelling' }));
    },
  };
}
