import { analyse, type Token } from '../analysis/analyse.ts';
import { stopWords } from '../analysis/stop-words.ts';
import type { LexicalIndex } from '../lexical/bm25.ts';
import { translate } from './translate.ts';

export interface QuestionTerm {
  readonly term: string;
  /** Factor of its BM25 score. */
  readonly weight: number;
  /** What it contributes to the meaning of the question, as a share of 1. */
  readonly share: number;
  /** How much of a subject it is: about 1 for a word, half for a pair of characters. */
  readonly breadth: number;
}

/** A translated part: each alternative counts only when most of it is there. */
export interface QuestionPhrase {
  readonly share: number;
  readonly breadth: number;
  /** Summed idf of what it translates. */
  readonly idf: number;
  readonly alternatives: readonly (readonly string[])[];
}

export interface Question {
  readonly terms: readonly QuestionTerm[];
  readonly phrases: readonly QuestionPhrase[];
  /** Codes and numbers: a passage with one of them comes before all without. */
  readonly codes: readonly string[];
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

/** What a question asks for, weighed on a collection. */
export function understand(query: string, lexical: LexicalIndex): Question {
  const tokens = analyse(query);
  const breadths = breadthsOf(tokens);
  const parts = tokens.map(({ term }, i) => (breadths[i] ?? 0) * Math.min(lexical.idf(term), lexical.rarest));
  const all = sum(parts) || 1;
  const merged = new Map<string, QuestionTerm>();
  for (const [i, { term, kind }] of tokens.entries()) {
    const share = (merged.get(term)?.share ?? 0) + (parts[i] ?? 0) / all;
    merged.set(term, { term, weight: kind === 'id' ? 2 : 1, share, breadth: breadths[i] ?? 0 });
  }
  const terms = [...merged.values()];
  return {
    terms,
    phrases: translate(query, tokens).map(({ covers, alternatives }) => ({
      share: sum(covers.map((i) => parts[i] ?? 0)) / all,
      breadth: sum(covers.map((i) => breadths[i] ?? 0)),
      idf: sum(covers.map((i) => lexical.idf(tokens[i]?.term ?? ''))),
      alternatives,
    })),
    codes: [...merged.keys()].filter(isCode),
    breadth: sum(terms.map(({ breadth }) => breadth)),
  };
}
