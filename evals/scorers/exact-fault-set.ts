import { z } from 'zod';
import type { Scorer } from './scorer.ts';

const verdicts = z.enum(['present', 'absent', 'not_determinable']);
const answerSchema = z.object({ faults: z.array(z.object({ code: z.string(), verdict: verdicts })) });

const truthSchema = z.strictObject({
  /** Codes of the faults that the record has; may be empty. */
  present: z.array(z.string()),
  /** Codes that the agent must decide on: present or absent. */
  decidable: z.array(z.string()),
  /** Codes that a record cannot tell: the right answer is `not_determinable`. */
  undecidable: z.array(z.string()),
});

/**
 * 1 where every decidable fault was called rightly, every undecidable one was called not determinable, and no other was
 * called present, else 0. A code with two verdicts is called wrongly. An answer that decides nothing abstains: silence
 * is not "no fault".
 */
export const exactFaultSet: Scorer = {
  truth: truthSchema,
  score(answer, truth) {
    const { faults } = answerSchema.parse(answer);
    const { present, decidable, undecidable } = truthSchema.parse(truth);
    const says = (code: string, verdict: z.output<typeof verdicts>) => {
      const own = faults.filter((fault) => fault.code === code);
      return own.length > 0 && own.every((fault) => fault.verdict === verdict);
    };
    const named = [...new Set(faults.filter(({ verdict }) => verdict === 'present').map(({ code }) => code))];
    const exact =
      present.every((code) => named.includes(code)) && named.every((code) => present.includes(code));
    const right =
      exact &&
      decidable.every((code) => says(code, present.includes(code) ? 'present' : 'absent')) &&
      undecidable.every((code) => says(code, 'not_determinable'));
    const abstained = !right && faults.every(({ verdict }) => verdict === 'not_determinable');
    const elsewhere = exact && !right && !abstained;
    const [wanted, got] = [present, named].map((codes) => codes.join(', ') || undefined);
    return {
      value: right ? 1 : 0,
      abstained,
      note: {
        en: `expected ${wanted ?? 'no fault'}, got ${abstained ? 'no decision' : (got ?? 'no fault')}${elsewhere ? ', but other codes decided wrongly' : ''}`,
        zh: `应为${wanted ? ` ${wanted}` : '无故障'}，答为${abstained ? '未判定' : got ? ` ${got}` : '无故障'}${elsewhere ? '，但其他代码判定有误' : ''}`,
      },
    };
  },
};
