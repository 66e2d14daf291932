import { bestRows } from '../best-rows.ts';
import type { LexicalIndex } from '../lexical/bm25.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';
import { feedback } from './weights.ts';

/** Trust in a passage below which it is not heard. */
const negligible = 0.01;

const sum = (values: Iterable<number>): number => {
  let all = 0;
  for (const value of values) all += value;
  return all;
};

/** Terms and what each contributes to a question; the weights add up to 1. */
interface Learnt {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** What the best passages say, the most telling terms of it. */
function learnt(best: readonly Candidate[], lexical: LexicalIndex): Learnt {
  const top = best[0]?.words ?? 0;
  const trusts = best.map(({ words }) => (words / top) ** feedback.trust);
  // What adds next to nothing is not worth looking at.
  const heard = trusts.filter((trust) => trust >= negligible);
  const { terms, worths } = lexical.tell(
    best.slice(0, heard.length).map(({ row }) => row),
    heard,
  );
  const chosen = bestRows(worths, feedback.terms);
  const total = sum(chosen.map((i) => worths[i] ?? 0)) || 1;
  return {
    places: chosen.map((i) => terms[i] ?? 0),
    weights: chosen.map((i) => (worths[i] ?? 0) / total),
  };
}

/** A passage that was found by a translation may be about something else: it is believed half. */
const believed = (best: Candidate | undefined): number =>
  best && best.words > 0 ? (1 + best.literal / best.words) / 2 : 1;

/**
 * Scores of the candidates by the question and by what its best passages say besides, in the candidates' order: a passage
 * that speaks of the same things in other words rises. The terms of the question are believed as they are asked.
 */
export function withFeedback(
  candidates: readonly Candidate[],
  question: Question,
  lexical: LexicalIndex,
): Float64Array {
  const byWords = candidates.toSorted((a, b) => b.words - a.words || a.row - b.row);
  const { places, weights } = learnt(byWords.slice(0, feedback.passages), lexical);
  const added = lexical.scoreRows(
    places,
    places.map((place, i) => (weights[i] ?? 0) * (lexical.idfs[place] ?? 0)),
    candidates.map(({ row }) => row),
  );
  const asked = sum(question.terms.map(({ weight }) => weight)) || 1;
  const share = feedback.share * believed(byWords[0]);
  return added.map((worth, i) => ((1 - share) * (candidates[i]?.words ?? 0)) / asked + share * worth);
}
