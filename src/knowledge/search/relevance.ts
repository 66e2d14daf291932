import type { Question } from './question.ts';
import type { Candidate } from './score.ts';

/*
 * Measured: of 100 questions that a collection answers (Chinese reading comprehension and news, English abstracts) less than
 * one gets no passage; of 100 of the same questions put to machine manuals and laws 2 to 9 get some.
 */

/** Share of a question's meaning that its best passage must hold, else nothing is relevant. */
const best = 0.3;
/** The same where it is one word of several that matches. */
const bestByOneWord = 0.4;
/** From here on more than one word matches. */
const severalWords = 1.6;
/** Of what the best one holds, what every passage must hold to be a hit. */
const each = 0.1;

const held = ({ codes, coverage }: Candidate): number => (codes > 0 ? 1 : coverage);

/**
 * Those that are about what was asked; none where even the best holds too little of it. A matching code is enough, and so is
 * a meaning that is nearer than `floor`.
 */
export function relevant(
  candidates: readonly Candidate[],
  question: Question,
  floor = Number.POSITIVE_INFINITY,
): Candidate[] {
  const found = candidates.some((candidate) => {
    const { breadth, codes, subject, meaning } = candidate;
    if (subject || meaning >= floor) return true;
    const oneOfSeveral = breadth < severalWords && breadth < question.breadth;
    return held(candidate) >= (oneOfSeveral && codes === 0 ? bestByOneWord : best);
  });
  if (!found) return [];
  const most = candidates.reduce((top, candidate) => Math.max(top, held(candidate)), 0);
  return candidates.filter((c) => c.meaning >= floor || (c.words > 0 && held(c) >= most * each));
}
