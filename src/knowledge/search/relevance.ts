import type { Question } from './question.ts';
import type { LexicalScores } from './score.ts';

/*
 * Measured: of 100 questions that a collection answers (Chinese reading comprehension, English abstracts) less than one
 * gets no passage; of 100 general questions put to machine manuals and laws 3 to 9 get some.
 */

/** Share of a question's meaning that its best passage must hold, else nothing is relevant. */
const best = 0.3;
/** The same where it is one word of several that matches. */
const bestByOneWord = 0.4;
/** From here on more than one word matches. */
const severalWords = 1.6;
/** Share that every passage must hold to be a hit, of the whole and of what the best one holds. */
const each = 0.1;
const eachOfBest = 0.3;

/** Rows that are about what was asked; none where even the best holds too little of it. A matching code is enough. */
export function relevant(
  scores: LexicalScores,
  question: Question,
  accept: (row: number) => boolean,
): number[] {
  const rows: number[] = [];
  let most = 0;
  let found = false;
  const held = (row: number): number => (scores.codes[row] ? 1 : (scores.coverage[row] ?? 0));
  for (let row = 0; row < scores.coverage.length; row++) {
    if (held(row) < each || !accept(row)) continue;
    rows.push(row);
    most = Math.max(most, held(row));
    const breadth = scores.breadth[row] ?? 0;
    const oneOfSeveral = breadth < severalWords && breadth < question.breadth;
    found ||= held(row) >= (oneOfSeveral && !scores.codes[row] ? bestByOneWord : best);
  }
  return found ? rows.filter((row) => held(row) >= most * eachOfBest) : [];
}
