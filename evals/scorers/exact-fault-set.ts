import { z } from 'zod';
import type { Scorer } from './scorer.ts';

const answerSchema = z.object({
  faults: z.array(z.object({ code: z.string(), verdict: z.enum(['present', 'absent', 'not_determinable']) })),
});

const truthSchema = z.object({
  /** Codes of the faults that the record has; may be empty. */
  present: z.array(z.string()),
  /** Codes that the agent must decide on: present or absent. */
  decidable: z.array(z.string()),
  /** Codes that a record cannot tell: the right answer is `not_determinable`. */
  undecidable: z.array(z.string()),
});

/**
 * 1 where every decidable fault was called rightly and every undecidable one was called not determinable, else 0.
 * An answer that decides nothing abstains: silence is not "no fault".
 */
export const exactFaultSet: Scorer = (answer, truth) => {
  const { faults } = answerSchema.parse(answer);
  const { present, decidable, undecidable } = truthSchema.parse(truth);
  const verdict = new Map(faults.map((fault) => [fault.code, fault.verdict]));
  const right =
    decidable.every((code) => verdict.get(code) === (present.includes(code) ? 'present' : 'absent')) &&
    undecidable.every((code) => verdict.get(code) === 'not_determinable');
  const abstained = decidable.every(
    (code) => (verdict.get(code) ?? 'not_determinable') === 'not_determinable',
  );
  const named = faults.filter((fault) => fault.verdict === 'present').map((fault) => fault.code);
  return {
    value: right ? 1 : 0,
    abstained,
    note: `expected {${present.join(', ')}}, got ${abstained ? 'no decision' : `{${named.join(', ')}}`}`,
  };
};
