import { bestRows } from '../best-rows.ts';
import type { LexicalIndex } from '../lexical/bm25.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';
import { feedback } from './weights.ts';

/** Trust in a passage below which it is not heard. */
const negligible = 0.001;

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
  const { idfs, factors } = lexical;
  const top = best[0]?.words ?? 0;
  const said = new Map<number, number>();
  for (const { row, words } of best) {
    const { terms, weights } = lexical.weigh(row);
    let all = 0;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] ?? 0;
      const worth = (factors[term] ?? 0) * (weights[i] ?? 0) * (idfs[term] ?? 0);
      weights[i] = worth;
      all += worth;
    }
    const scale = (words / top) ** feedback.trust / (all || 1);
    // What adds next to nothing is not worth looking at.
    if (scale * all < negligible) break;
    for (let i = 0; i < terms.length; i++) {
      const worth = weights[i] ?? 0;
      const term = terms[i] ?? 0;
      if (worth > 0) said.set(term, (said.get(term) ?? 0) + worth * scale);
    }
  }
  const [terms, worths] = [[...said.keys()], Float32Array.from(said.values())];
  const chosen = bestRows(worths, feedback.terms);
  const total = sum(chosen.map((i) => worths[i] ?? 0)) || 1;
  return {
    places: chosen.map((i) => terms[i] ?? 0),
    weights: chosen.map((i) => (worths[i] ?? 0) / total),
  };
}

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
  const worths = lexical.weightsOf(
    places,
    candidates.map(({ row }) => row),
  );
  const asked = sum(question.terms.map(({ weight }) => weight)) || 1;
  const factors = Float64Array.from(places, (place, i) => (weights[i] ?? 0) * (lexical.idfs[place] ?? 0));
  return Float64Array.from(candidates, ({ words }, line) => {
    let added = 0;
    for (let i = 0, at = line * factors.length; i < factors.length; i++, at++)
      added += (factors[i] ?? 0) * (worths[at] ?? 0);
    return ((1 - feedback.share) * words) / asked + feedback.share * added;
  });
}
