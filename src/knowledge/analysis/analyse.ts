import snowball from 'snowball-stemmers';
import { identifiersIn } from './identifiers.ts';
import { normalise } from './normalise.ts';
import { stopWords } from './stop-words.ts';

export type TermKind = 'word' | 'gram' | 'id';

/** A term and where it stands in the text that was analysed, end exclusive. */
export interface Token {
  /** Identifiers begin with `#`, so that they never meet a word. */
  readonly term: string;
  readonly kind: TermKind;
  readonly start: number;
  readonly end: number;
}

const stemmer = snowball.newStemmer('english');
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const runs =
  /(\p{Script=Han}+)|((?:(?!\p{Script=Han})\p{L})(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])*)|(\p{N}+(?:[.,]\p{N}+)*)/gu;

// Snowball makes `overh` of overheated and overheating, but `overheat` of overheat.
const heated = /(?<=[eo]at)(?:ed|ing)$/;

const stems = new Map<string, string>();
function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = /^[a-z]+$/.test(word) ? stemmer.stem(word.replace(heated, '')) : word;
  if (stems.size < 100_000) stems.set(word, found);
  return found;
}

function chinese(run: string, at: number, tokens: Token[]): void {
  for (const { segment, index } of segmenter.segment(run)) {
    if (stopWords.has(segment)) continue;
    tokens.push({ term: segment, kind: 'word', start: at + index, end: at + index + segment.length });
  }
  for (let i = 0; i + 1 < run.length; i++) {
    const gram = run.slice(i, i + 2);
    if (stopWords.has(gram)) continue;
    tokens.push({ term: `${gram}~`, kind: 'gram', start: at + i, end: at + i + 2 });
  }
}

/**
 * The terms of a text, in no particular order: English words stemmed (Snowball) without stop words, Chinese words
 * (Intl.Segmenter) and pairs of characters, numbers, and identifiers whole. All in NFKC and lower case.
 */
export function analyse(source: string): Token[] {
  const { text, origin } = normalise(source);
  const tokens: Token[] = [];
  for (const match of text.matchAll(runs)) {
    const [run, han, word] = match;
    const at = match.index;
    if (han) {
      chinese(run, at, tokens);
      continue;
    }
    const lower = run.toLowerCase();
    if (word && stopWords.has(lower)) continue;
    tokens.push({
      term: word ? stem(lower) : run.replaceAll(',', ''),
      kind: 'word',
      start: at,
      end: at + run.length,
    });
  }
  for (const { start, end, id } of identifiersIn(text))
    tokens.push({ term: `#${id}`, kind: 'id', start, end });
  if (!origin) return tokens;
  const back = (at: number) => origin[at] ?? source.length;
  return tokens.map((token) => ({ ...token, start: back(token.start), end: back(token.end) }));
}
