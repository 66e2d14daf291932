import type { Token } from '../analysis/analyse.ts';
import { normalise } from '../analysis/normalise.ts';
import { fromChinese, fromEnglish, type Names } from '../glossary/index.ts';

/** A part of the question that the glossary knows, and how the other language says it. */
export interface Translation {
  /** Indices of the question's tokens that it stands for. */
  readonly covers: readonly number[];
  readonly alternatives: readonly (readonly string[])[];
}

const longestZh = Math.max(...[...fromChinese.keys()].map((name) => name.length));
const longestEn = Math.max(...[...fromEnglish.keys()].map((name) => name.split(' ').length));

/** Longest names first, each part of the question once. */
function chinese(query: string, tokens: readonly Token[]): Translation[] {
  const found: Translation[] = [];
  for (let at = 0; at < query.length; ) {
    let length = Math.min(longestZh, query.length - at);
    let names: Names | undefined;
    while (length > 0 && !names) names = fromChinese.get(query.slice(at, at + length--));
    if (!names) {
      at++;
      continue;
    }
    const end = at + length + 1;
    const covers = tokens.flatMap((token, i) => (token.start < end && token.end > at ? [i] : []));
    found.push({ covers, alternatives: names.other });
    at = end;
  }
  return found;
}

function english(tokens: readonly Token[]): Translation[] {
  const words = tokens.flatMap((token, i) => (token.kind === 'word' ? [{ token, i }] : []));
  const found: Translation[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longestEn, words.length - at);
    const slice = (n: number) => words.slice(at, at + n);
    const key = (n: number) =>
      slice(n)
        .map(({ token }) => token.term)
        .join(' ');
    while (length > 0 && !fromEnglish.has(key(length))) length--;
    const names = fromEnglish.get(key(length));
    if (names) found.push({ covers: slice(length).map(({ i }) => i), alternatives: names.other });
    at += Math.max(1, length);
  }
  return found;
}

/** How the other language says what the question asks for, as far as the glossary knows. `tokens` are the question's. */
export function translate(query: string, tokens: readonly Token[]): Translation[] {
  const { text } = normalise(query);
  return [...chinese(text, tokens), ...english(tokens)];
}
