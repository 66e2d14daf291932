import type { Token } from '../analysis/analyse.ts';
import { normalise } from '../analysis/normalise.ts';
import { type Dictionary, dictionary } from '../dictionary/dictionary.ts';
import { fromChinese, fromEnglish, type Names } from '../glossary/index.ts';

/** A part of the question, and how the other language says it. */
export interface Translation {
  /** Indices of the question's tokens that it stands for. */
  readonly covers: readonly number[];
  readonly alternatives: Names;
}

/** Languages that the passages are in. */
export interface Spoken {
  readonly zh: boolean;
  readonly en: boolean;
}

const longestZh = Math.max(...[...fromChinese.keys()].map((name) => name.length));
const longestEn = Math.max(...[...fromEnglish.keys()].map((name) => name.split(' ').length));
/** Words that a name of the dictionary may have. */
const longestGeneral = 3;

interface Word extends Token {
  /** Index among the question's tokens. */
  readonly i: number;
}

/** Chinese names of the glossary wherever they stand, longest first, each part of the question once. */
function glossaryZh(text: string, tokens: readonly Token[]): Translation[] {
  const found: Translation[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longestZh, text.length - at);
    while (length > 0 && !fromChinese.has(text.slice(at, at + length))) length--;
    const alternatives = fromChinese.get(text.slice(at, at + length));
    const end = at + length;
    if (alternatives) {
      const covers = tokens.flatMap((token, i) => (token.start < end && token.end > at ? [i] : []));
      found.push({ covers, alternatives });
    }
    at += Math.max(1, length);
  }
  return found;
}

/** Names made of neighbouring words, longest first, each word once. */
function named(
  words: readonly Word[],
  longest: number,
  look: (words: readonly Word[]) => Names | undefined,
): Translation[] {
  const found: Translation[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    let alternatives: Names | undefined;
    for (; length > 0; length--) {
      alternatives = look(words.slice(at, at + length));
      if (alternatives) break;
    }
    if (alternatives) found.push({ covers: words.slice(at, at + length).map(({ i }) => i), alternatives });
    at += Math.max(1, length);
  }
  return found;
}

const isHan = ({ term }: Token): boolean => /^\p{Script=Han}/u.test(term);
const keyOf = (words: readonly Word[]): string => words.map(({ term }) => term).join(' ');

/** A single character means too many things. */
function general(words: readonly Word[], { fromChinese: look }: Dictionary): Names | undefined {
  const joined = words.map(({ term }) => term).join('');
  const together = words.every(({ start }, i) => i === 0 || words[i - 1]?.end === start);
  return joined.length > 1 && together ? look(joined) : undefined;
}

/**
 * How the other language says what the question asks for: the names of the glossary, and for what is left those of the
 * dictionary, where the passages speak that language. `tokens` are the question's.
 */
export function translate(query: string, tokens: readonly Token[], spoken: Spoken): Translation[] {
  const words = tokens.flatMap((token, i) => (token.kind === 'word' ? [{ ...token, i }] : []));
  const uncovered = (list: readonly Word[], by: readonly Translation[]) => {
    const covered = new Set(by.flatMap(({ covers }) => covers));
    return list.filter(({ i }) => !covered.has(i));
  };
  const found: Translation[] = [];
  const han = words.filter(isHan);
  if (han.length > 0) {
    const known = glossaryZh(normalise(query).text.toLowerCase(), tokens);
    found.push(...known);
    if (spoken.en)
      found.push(...named(uncovered(han, known), longestGeneral, (part) => general(part, dictionary())));
  }
  const latin = words.filter((word) => !isHan(word));
  if (latin.length > 0) {
    const known = named(latin, longestEn, (part) => fromEnglish.get(keyOf(part)));
    found.push(...known);
    if (spoken.zh) {
      const look = (part: readonly Word[]) => dictionary().fromEnglish(keyOf(part));
      found.push(...named(uncovered(latin, known), longestGeneral, look));
    }
  }
  return found;
}
