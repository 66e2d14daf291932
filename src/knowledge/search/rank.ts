import type { LexicalIndex } from '../lexical/bm25.ts';
import { withFeedback } from './feedback.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';

export interface Ranked {
  readonly row: number;
  /** 0 to 1, falling with the rank. */
  readonly score: number;
}

const largest = (values: Iterable<number>): number => {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most || 1;
};

/**
 * Candidates in the order of their worth: codes that match first, then words and meaning, each scaled to its best and added
 * with the weight that the meaning has earned. Fusing by rank instead lets a weak partner pull good hits down.
 */
export function rank(
  candidates: readonly Candidate[],
  question: Question,
  lexical: LexicalIndex,
  weight: number,
): Ranked[] {
  const words = withFeedback(candidates, question, lexical);
  const mostWords = largest(words);
  const mostNear = largest(candidates.map(({ meaning }) => meaning));
  const mostCodes = largest(candidates.map(({ codes }) => codes));
  const anyCode = candidates.some(({ codes }) => codes > 0);
  return candidates
    .map(({ row, codes, meaning }, i) => {
      const worth = ((1 - weight) * (words[i] ?? 0)) / mostWords + (weight * meaning) / mostNear;
      return { row, score: anyCode ? (codes + worth) / (mostCodes + 1) : worth };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}
