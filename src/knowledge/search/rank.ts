import { similarity, unit } from '../vectors/exact.ts';
import type { LexicalScores } from './score.ts';
import type { Semantic } from './semantic.ts';

export interface Ranked {
  readonly row: number;
  /** 0 to 1, falling with the rank. */
  readonly score: number;
}

/** How many of the best of either kind are compared by both. */
const pool = 200;

function similarities(
  rows: readonly number[],
  semantic: Semantic,
  vector: Float32Array,
): ReadonlyMap<number, number> {
  const admitted = new Set(rows);
  const near = semantic.index.search(vector, pool, (row) => admitted.has(row));
  const compared = new Set([...rows.slice(0, pool), ...near.map(({ row }) => row)]);
  const query = unit(vector);
  return new Map([...compared].map((row) => [row, Math.max(0, similarity(semantic.vectors, row, query))]));
}

const largest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most || 1;
};

/**
 * Rows in the order of their worth: codes that match first, then words and meaning, each scaled to its best and added
 * with the weight that the meaning has earned. Fusing by rank instead lets a weak partner pull good hits down.
 */
export async function rank(
  query: string,
  rows: readonly number[],
  scores: LexicalScores,
  semantic: Semantic | undefined,
): Promise<Ranked[]> {
  const { bm25, codes } = scores;
  const byWords = rows.toSorted((a, b) => (bm25[b] ?? 0) - (bm25[a] ?? 0));
  const [vector] = (await semantic?.embedder.embed([query])) ?? [];
  const near = semantic && vector ? similarities(byWords, semantic, vector) : new Map<number, number>();
  const weight = semantic && vector ? semantic.weight : 0;
  const [mostWords, mostNear] = [largest(byWords.map((row) => bm25[row] ?? 0)), largest(near.values())];
  const mostCodes = largest(rows.map((row) => codes[row] ?? 0));
  const anyCode = rows.some((row) => (codes[row] ?? 0) > 0);
  return byWords
    .map((row) => {
      const worth =
        ((1 - weight) * (bm25[row] ?? 0)) / mostWords + (weight * (near.get(row) ?? 0)) / mostNear;
      return { row, score: anyCode ? ((codes[row] ?? 0) + worth) / (mostCodes + 1) : worth };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
