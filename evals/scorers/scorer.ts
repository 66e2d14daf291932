/** How good one answer is. */
export interface Score {
  /** 0 to 1. */
  readonly value: number;
  /** True where the agent declined to answer; its score is then 0. */
  readonly abstained: boolean;
  /** One line for the item table: what was expected, what came. */
  readonly note: string;
}

/**
 * Compares a structured answer with the truth of an item. Deterministic. Throws a TypeError for an answer or a truth
 * that is not of its form: that is an error of the run, never a score of 0.
 */
export type Scorer = (answer: unknown, truth: unknown) => Score;
