import { analyse, type Token } from '../analysis/analyse.ts';
import { stopWords } from '../analysis/stop-words.ts';
import { gramWeight, type LexicalIndex } from '../lexical/bm25.ts';
import { type Spoken, translate } from './translate.ts';
import { idWeight } from './weights.ts';

export interface QuestionTerm {
  readonly term: string;
  /** Factor of its BM25 score. */
  readonly weight: number;
  /** What it contributes to the meaning of the question, as a share of 1. */
  readonly share: number;
  /** How much of a subject it is: about 1 for a word, half for a pair of characters. */
  readonly breadth: number;
  /** A code or number: a passage with one comes before all without. */
  readonly code: boolean;
}

/** A translated part: each alternative counts only when most of it is there. */
export interface QuestionPhrase {
  readonly share: number;
  readonly breadth: number;
  /** Summed weight and idf of what it translates. */
  readonly worth: number;
  readonly alternatives: readonly (readonly string[])[];
}

export interface Question {
  readonly terms: readonly QuestionTerm[];
  readonly phrases: readonly QuestionPhrase[];
  readonly breadth: number;
}

const isCode = (term: string): boolean => /^#.*(\p{N}|第)/u.test(term);

function significance({ term, kind }: Token): number {
  if (kind === 'id') return isCode(term) ? 2 : 1;
  if (kind === 'gram') return 0.5;
  if (/^\p{Script=Han}$/u.test(term)) return 0.3;
  return /^[\d.]+$|^.$/u.test(term) ? 0.3 : 1;
}

/** How much of a subject each token of a question is. */
function breadthsOf(tokens: readonly Token[]): number[] {
  const words = tokens.filter(({ kind }) => kind === 'word');
  // A name that the segmenter does not know falls into single characters: the pair of them is the word.
  const single = new Set(words.flatMap(({ start, end }) => (end - start === 1 ? [start] : [])));
  return tokens.map((token) => {
    const { kind, start, end, term } = token;
    if (kind !== 'gram' || words.some((word) => word.start <= start && end <= word.end))
      return significance(token);
    if (single.has(start) && single.has(start + 1)) return 1;
    return [...term.slice(0, -1)].some((character) => stopWords.has(character)) ? 0 : 0.5;
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const weightOf = ({ kind }: Token): number => (kind === 'word' ? 1 : kind === 'gram' ? gramWeight : idWeight);

const both: Spoken = { zh: true, en: true };
/** What a word counts beside 1 that no passage could hold, because none is in its language. */
const foreign = 0.25;

function isForeign({ term }: Token, lexical: LexicalIndex, { zh, en }: Spoken): boolean {
  const spoken = /^\p{Script=Han}/u.test(term) ? zh : /^[a-z]/.test(term) ? en : true;
  return !spoken && lexical.place(term) === undefined;
}

/** What a question asks for, weighed on a collection. */
export function understand(query: string, lexical: LexicalIndex, spoken: Spoken = both): Question {
  const tokens = analyse(query);
  const breadths = breadthsOf(tokens);
  const translations = translate(query, tokens, spoken);
  const translated = new Set(translations.flatMap(({ covers }) => covers));
  for (const [i, token] of tokens.entries()) {
    if (!translated.has(i) && isForeign(token, lexical, spoken)) breadths[i] = (breadths[i] ?? 0) * foreign;
  }
  const parts = tokens.map(({ term }, i) => (breadths[i] ?? 0) * Math.min(lexical.idf(term), lexical.rarest));
  const all = sum(parts) || 1;
  const merged = new Map<string, QuestionTerm>();
  for (const [i, token] of tokens.entries()) {
    const { term } = token;
    const share = (merged.get(term)?.share ?? 0) + (parts[i] ?? 0) / all;
    merged.set(term, {
      term,
      weight: weightOf(token),
      share,
      breadth: breadths[i] ?? 0,
      code: isCode(term),
    });
  }
  const terms = [...merged.values()];
  return {
    terms,
    phrases: translations.map(({ covers, alternatives }) => ({
      share: sum(covers.map((i) => parts[i] ?? 0)) / all,
      breadth: sum(covers.map((i) => breadths[i] ?? 0)),
      worth: sum(
        covers.flatMap((i) => {
          const token = tokens[i];
          return token ? [weightOf(token) * lexical.idf(token.term)] : [];
        }),
      ),
      alternatives,
    })),
    breadth: sum(terms.map(({ breadth }) => breadth)),
  };
}
