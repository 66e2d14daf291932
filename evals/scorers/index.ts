import { exactFaultSet } from './exact-fault-set.ts';
import type { Scorer } from './scorer.ts';
import { withinTolerance } from './within-tolerance.ts';

export type { Score, Scorer } from './scorer.ts';
export { exactFaultSet, withinTolerance };

/** The scorers by the name that a scenario gives. */
export const scorers = {
  exact_fault_set: exactFaultSet,
  within_tolerance: withinTolerance,
} as const satisfies Record<string, Scorer>;

export type ScorerName = keyof typeof scorers;
