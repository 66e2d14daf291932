import type { TermCounts } from '../documents/indexed.ts';

export interface Postings {
  /** Places of the passages that hold the term, ascending. */
  readonly rows: readonly number[];
  /** What the term is worth in each of them, saturated and normalised by length, before idf. */
  readonly weights: readonly number[];
}

export interface LexicalIndex {
  readonly count: number;
  /** Inverse document frequency; for a term that occurs nowhere the highest there can be. */
  idf(term: string): number;
  /** idf of a term that occurs in one passage. */
  readonly rarest: number;
  postings(term: string): Postings | undefined;
}

/** Saturation and length normalisation: the values of Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009. */
const k1 = 1.2;
const b = 0.75;

/** BM25 over passages, with the idf that stays positive (as in Lucene). */
export function buildLexical(passages: readonly TermCounts[]): LexicalIndex {
  const count = passages.length;
  const lengths = passages.map((passage) => passage.counts.reduce((sum, n) => sum + n, 0));
  const mean = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, count);
  const index = new Map<string, { rows: number[]; weights: number[] }>();
  for (const [row, { terms, counts }] of passages.entries()) {
    const norm = k1 * (1 - b + (b * (lengths[row] ?? 0)) / Math.max(1, mean));
    for (const [i, term] of terms.entries()) {
      let postings = index.get(term);
      if (!postings) {
        postings = { rows: [], weights: [] };
        index.set(term, postings);
      }
      const tf = counts[i] ?? 0;
      postings.rows.push(row);
      postings.weights.push((tf * (k1 + 1)) / (tf + norm));
    }
  }
  const idf = (df: number) => Math.log(1 + (count - df + 0.5) / (df + 0.5));
  return {
    count,
    idf: (term) => idf(index.get(term)?.rows.length ?? 0),
    rarest: idf(1),
    postings: (term) => index.get(term),
  };
}
