import type { LexicalIndex } from '../lexical/bm25.ts';
import type { Question } from './question.ts';
import type { Candidate } from './score.ts';
import { feedback, gramWeight } from './weights.ts';

const sum = (values: Iterable<number>): number => {
  let all = 0;
  for (const value of values) all += value;
  return all;
};

const factorOf = (term: string): number => (term.startsWith('#') ? 0 : term.endsWith('~') ? gramWeight : 1);

/** What the terms of the best passages contribute to a question; their weights add up to 1. */
function learnt(best: readonly Candidate[], lexical: LexicalIndex): ReadonlyMap<number, number> {
  const top = best[0]?.words ?? 0;
  const weights = new Map<number, number>();
  const trusts = best.map(({ words }) => (words / top) ** feedback.trust);
  const all = sum(trusts);
  for (const [i, { row }] of best.entries()) {
    const worths: [term: number, worth: number][] = [];
    lexical.eachWeight(row, (term, weight) => {
      const factor = factorOf(lexical.rows.vocabulary[term] ?? '');
      if (factor > 0) worths.push([term, factor * weight * (lexical.idfs[term] ?? 0)]);
    });
    const scale = (trusts[i] ?? 0) / all / (sum(worths.map(([, worth]) => worth)) || 1);
    for (const [term, worth] of worths) weights.set(term, (weights.get(term) ?? 0) + worth * scale);
  }
  const chosen = [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, feedback.terms);
  const total = sum(chosen.map(([, weight]) => weight)) || 1;
  return new Map(chosen.map(([term, weight]) => [term, weight / total]));
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
  const terms = learnt(byWords.slice(0, feedback.passages), lexical);
  const places = [...terms.keys()];
  const worths = lexical.weightsOf(
    places,
    candidates.map(({ row }) => row),
  );
  const asked = sum(question.terms.map(({ weight }) => weight)) || 1;
  const factors = places.map((place) => (terms.get(place) ?? 0) * (lexical.idfs[place] ?? 0));
  return Float64Array.from(candidates, ({ words }, line) => {
    let added = 0;
    for (const [i, factor] of factors.entries()) added += factor * (worths[line * places.length + i] ?? 0);
    return ((1 - feedback.share) * words) / asked + feedback.share * added;
  });
}
