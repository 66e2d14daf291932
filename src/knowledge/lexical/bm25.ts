import { rowCount, type TermRows } from './term-rows.ts';

/** Passages that hold one term, ascending, and what it is worth in each: saturated and normalised by length, before idf. */
export interface Postings {
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

export interface LexicalIndex {
  /** How many passages there are. */
  readonly count: number;
  readonly rows: TermRows;
  /** Place of a term in the vocabulary. */
  place(term: string): number | undefined;
  /** Inverse document frequency by place. */
  readonly idfs: Float64Array;
  /** The same by term; for one that occurs nowhere the highest there can be. */
  idf(term: string): number;
  /** idf of a term that occurs in so many passages. */
  idfOf(passages: number): number;
  /** idf of a term that occurs in one passage. */
  readonly rarest: number;
  postings(place: number): Postings;
  /**
   * The words that some rows hold, and what each says of them: its part in a row, times that row's share, summed. Identifiers
   * say nothing here.
   */
  tell(
    rows: readonly number[],
    shares: readonly number[],
  ): { readonly terms: readonly number[]; readonly worths: Float32Array };
  /** Sum of what some terms are worth in each of some rows, before idf, each times its factor. */
  scoreRows(terms: readonly number[], factors: readonly number[], rows: readonly number[]): Float64Array;
  /** What each of some terms is worth in each of some rows, before idf: row after row, 0 where it does not occur. */
  weightsOf(terms: readonly number[], rows: readonly number[]): Float32Array;
}

/** Saturation and length normalisation: the values of Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009. */
const k1 = 1.2;
const b = 0.75;

/** Beside 1 for a word: pairs of Chinese characters repeat what the words say already. */
export const gramWeight = 0.3;

const factorOf = (term: string): number => (term.startsWith('#') ? 0 : term.endsWith('~') ? gramWeight : 1);

/** BM25 over passages, with the idf that stays positive (as in Lucene). */
export function buildLexical(rows: TermRows): LexicalIndex {
  const { vocabulary, starts, terms, counts } = rows;
  const count = rowCount(rows);
  const norms = new Float32Array(count);
  let total = 0;
  for (let row = 0; row < count; row++) {
    let length = 0;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) length += counts[i] ?? 0;
    norms[row] = length;
    total += length;
  }
  const mean = Math.max(1, total / Math.max(1, count));
  for (let row = 0; row < count; row++) norms[row] = k1 * (1 - b + (b * (norms[row] ?? 0)) / mean);
  const weight = (row: number, tf: number) => (tf * (k1 + 1)) / (tf + (norms[row] ?? 0));

  const from = new Uint32Array(vocabulary.length + 1);
  for (const term of terms) from[term + 1] = (from[term + 1] ?? 0) + 1;
  const idfOf = (df: number) => Math.log(1 + (count - df + 0.5) / (df + 0.5));
  const idfs = Float64Array.from(vocabulary, (_, term) => idfOf(from[term + 1] ?? 0));
  for (let term = 0; term < vocabulary.length; term++)
    from[term + 1] = (from[term + 1] ?? 0) + (from[term] ?? 0);
  const next = from.slice();
  const [postingRows, weights] = [new Uint32Array(terms.length), new Float32Array(terms.length)];
  for (let row = 0; row < count; row++) {
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const term = terms[i] ?? 0;
      const to = next[term] ?? 0;
      next[term] = to + 1;
      postingRows[to] = row;
      weights[to] = weight(row, counts[i] ?? 0);
    }
  }
  const telling = Float32Array.from(vocabulary, (term, place) => factorOf(term) * (idfs[place] ?? 0));
  // What is summed by term; all 0 between calls.
  const sums = new Float32Array(vocabulary.length);
  // Which column of an answer a term has, from 1; all 0 between calls.
  const columns = new Uint16Array(vocabulary.length);
  const places = new Map(vocabulary.map((term, place) => [term, place]));
  return {
    count,
    rows,
    place: (term) => places.get(term),
    idfs,
    idf: (term) => idfs[places.get(term) ?? -1] ?? idfOf(0),
    idfOf,
    rarest: idfOf(1),
    postings: (term) => ({
      rows: postingRows.subarray(from[term], from[term + 1]),
      weights: weights.subarray(from[term], from[term + 1]),
    }),
    tell(of, shares) {
      const found: number[] = [];
      for (let line = 0; line < of.length; line++) {
        const row = of[line] ?? 0;
        const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
        let all = 0;
        for (let i = from; i < to; i++) {
          const term = terms[i] ?? 0;
          all += (telling[term] ?? 0) * weight(row, counts[i] ?? 0);
        }
        const scale = all > 0 ? (shares[line] ?? 0) / all : 0;
        for (let i = from; i < to; i++) {
          const term = terms[i] ?? 0;
          const worth = scale * (telling[term] ?? 0) * weight(row, counts[i] ?? 0);
          if (worth === 0) continue;
          if (sums[term] === 0) found.push(term);
          sums[term] = (sums[term] ?? 0) + worth;
        }
      }
      const worths = Float32Array.from(found, (term) => sums[term] ?? 0);
      for (const term of found) sums[term] = 0;
      return { terms: found, worths };
    },
    scoreRows(wanted, factors, of) {
      for (let i = 0; i < wanted.length; i++) sums[wanted[i] ?? 0] = factors[i] ?? 0;
      const scores = Float64Array.from(of, (row) => {
        let score = 0;
        for (let i = starts[row] ?? 0, end = starts[row + 1] ?? 0; i < end; i++) {
          const factor = sums[terms[i] ?? 0] ?? 0;
          if (factor !== 0) score += factor * weight(row, counts[i] ?? 0);
        }
        return score;
      });
      for (const term of wanted) sums[term] = 0;
      return scores;
    },
    weightsOf(wanted, of) {
      const width = wanted.length;
      const found = new Float32Array(of.length * width);
      for (let column = 0; column < width; column++) columns[wanted[column] ?? 0] = column + 1;
      for (let line = 0; line < of.length; line++) {
        const row = of[line] ?? 0;
        const end = starts[row + 1] ?? 0;
        for (let i = starts[row] ?? 0; i < end; i++) {
          const column = columns[terms[i] ?? 0] ?? 0;
          if (column > 0) found[line * width + column - 1] = weight(row, counts[i] ?? 0);
        }
      }
      for (let column = 0; column < width; column++) columns[wanted[column] ?? 0] = 0;
      return found;
    },
  };
}
