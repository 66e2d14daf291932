import type { LexicalScores } from './score.ts';

/** Share of a question's meaning that its best passage must hold, else nothing is relevant. */
const best = 0.25;
/** Share that every passage must hold to be a hit. */
const each = 0.1;

/** Rows that are about what was asked; none where even the best holds too little of it. A matching code is enough. */
export function relevant(scores: LexicalScores, accept: (row: number) => boolean): number[] {
  const { coverage, codes } = scores;
  const rows: number[] = [];
  let most = 0;
  for (let row = 0; row < coverage.length; row++) {
    if (!accept(row)) continue;
    const held = codes[row] ? 1 : (coverage[row] ?? 0);
    most = Math.max(most, held);
    if (held >= each) rows.push(row);
  }
  return most >= best ? rows : [];
}
