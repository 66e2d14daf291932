import { bestRows } from '../best-rows.ts';
import type { LexicalIndex } from '../lexical/bm25.ts';
import type { Translated } from './translated.ts';
import { pool } from './weights.ts';

export interface PlacedTerm {
  readonly place: number;
  /** Weight and idf. */
  readonly factor: number;
  readonly code: boolean;
}

/** More than any sum of BM25: passages with a code are looked at before all others. */
const codeBonus = 1e6;

/** The passages that are worth a closer look, best first: those with the highest sum over all terms and names. */
export function candidateRows(
  terms: readonly PlacedTerm[],
  phrases: readonly Translated[],
  lexical: LexicalIndex,
  accept: ((row: number) => boolean) | undefined,
): number[] {
  const scores = new Float32Array(lexical.count);
  const add = (place: number, factor: number, bonus: number) => {
    const { rows, weights } = lexical.postings(place);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] ?? 0;
      scores[row] = (scores[row] ?? 0) + factor * (weights[i] ?? 0) + bonus;
    }
  };
  for (const { place, factor, code } of terms) add(place, factor, code ? codeBonus : 0);
  for (const { alternatives } of phrases) {
    const factors = new Map<number, number>();
    for (const { places, idfs, scale } of alternatives) {
      for (const [i, place] of places.entries())
        factors.set(place, Math.max(factors.get(place) ?? 0, scale * (idfs[i] ?? 0)));
    }
    for (const [place, factor] of factors) add(place, factor, 0);
  }
  return bestRows(scores, pool, accept);
}
