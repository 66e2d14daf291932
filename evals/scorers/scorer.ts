import type { z } from 'zod';
import type { Text } from '../../src/workspace/index.ts';

/** How good one answer is. */
export interface Score {
  /** 0 to 1. */
  readonly value: number;
  /** True where the agent declined to answer what had an answer; its score is then 0. */
  readonly abstained: boolean;
  /** One line for the item table: what was expected, what came. */
  readonly note: Text;
}

/** Compares a structured answer with the truth of an item. Deterministic. */
export interface Scorer {
  /** What the truth of an item must look like. */
  readonly truth: z.ZodType;
  /** Throws a ZodError for an answer or a truth of another form: that is an error of the run, never a score of 0. */
  score(answer: unknown, truth: unknown): Score;
}
