import type { LexicalIndex } from '../lexical/bm25.ts';
import type { Question, QuestionPhrase } from './question.ts';

/** What the words say about the passages; arrays are by row. */
export interface LexicalScores {
  /** BM25 of the question's terms and of their translations. */
  readonly bm25: Float64Array;
  /** Share of the question's meaning that the passage holds, 0 to 1. */
  readonly coverage: Float64Array;
  /** How many of its words, about. */
  readonly breadth: Float64Array;
  /** How many of the question's codes the passage holds. */
  readonly codes: Uint16Array;
}

/** What a translated word counts beside 1 for a word of the question. */
const translated = 0.8;
/** Share of a translation that must be there: `treatment` alone is not 热处理. */
const mostOfIt = 0.6;

function addPhrase(phrase: QuestionPhrase, lexical: LexicalIndex, scores: LexicalScores): void {
  const best = new Map<number, { score: number; share: number }>();
  for (const alternative of phrase.alternatives) {
    const idfs = alternative.map((term) => lexical.idf(term));
    const all = idfs.reduce((sum, idf) => sum + idf, 0);
    // A Chinese name has more terms than its English one: it must not count for more than what was asked.
    const scale = translated * Math.min(1, phrase.idf / all);
    const found = new Map<number, { score: number; idf: number }>();
    for (const [i, term] of alternative.entries()) {
      const postings = lexical.postings(term);
      const idf = idfs[i] ?? 0;
      for (const [at, row] of postings?.rows.entries() ?? []) {
        const sum = found.get(row) ?? { score: 0, idf: 0 };
        found.set(row, { score: sum.score + idf * (postings?.weights[at] ?? 0), idf: sum.idf + idf });
      }
    }
    for (const [row, { score, idf }] of found) {
      if (idf < all * mostOfIt) continue;
      const before = best.get(row);
      if (!before || score * scale > before.score)
        best.set(row, { score: score * scale, share: (phrase.share * idf) / all });
    }
  }
  for (const [row, { score, share }] of best) {
    scores.bm25[row] = (scores.bm25[row] ?? 0) + score;
    scores.coverage[row] = Math.min(1, (scores.coverage[row] ?? 0) + share);
    scores.breadth[row] = (scores.breadth[row] ?? 0) + phrase.breadth;
  }
}

export function lexicalScores(question: Question, lexical: LexicalIndex): LexicalScores {
  const { count } = lexical;
  const scores: LexicalScores = {
    bm25: new Float64Array(count),
    coverage: new Float64Array(count),
    breadth: new Float64Array(count),
    codes: new Uint16Array(count),
  };
  for (const { term, weight, share, breadth } of question.terms) {
    const postings = lexical.postings(term);
    if (!postings) continue;
    const factor = weight * lexical.idf(term);
    const code = question.codes.includes(term) ? 1 : 0;
    for (const [i, row] of postings.rows.entries()) {
      scores.bm25[row] = (scores.bm25[row] ?? 0) + factor * (postings.weights[i] ?? 0);
      scores.coverage[row] = (scores.coverage[row] ?? 0) + share;
      scores.breadth[row] = (scores.breadth[row] ?? 0) + breadth;
      scores.codes[row] = (scores.codes[row] ?? 0) + code;
    }
  }
  for (const phrase of question.phrases) addPhrase(phrase, lexical, scores);
  return scores;
}
