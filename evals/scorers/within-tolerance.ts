import { z } from 'zod';
import type { Scorer } from './scorer.ts';

const quantity = z.object({ value: z.number(), unit: z.string() });

const answerSchema = z.object({
  setpoints: z.array(quantity.extend({ parameter: z.string() })),
  expected: quantity.nullish(),
});

const truthSchema = z.strictObject({
  /** Which part of the answer is scored: the first setpoint in the truth's unit, or the expected result. */
  of: z.enum(['setpoint', 'expected']),
  value: z.number(),
  unit: z.string(),
  /** Largest absolute difference that still counts, in `unit`. */
  tolerance: z.number().positive(),
});

/** Spellings of one unit: `°C`, `ºC` and `℃` are the same. */
const normal = (unit: string) => unit.replace(/[º˚]/g, '°').normalize('NFKC').toLowerCase();

/** 1 where the answer's number is in the truth's unit and within its tolerance, else 0; no number abstains. */
export const withinTolerance: Scorer = {
  truth: truthSchema,
  score(answer, truth) {
    const { setpoints, expected } = answerSchema.parse(answer);
    const { of, value, unit, tolerance } = truthSchema.parse(truth);
    const inUnit = (candidate: { unit: string }) => normal(candidate.unit) === normal(unit);
    const given = of === 'setpoint' ? (setpoints.find(inUnit) ?? setpoints[0]) : expected;
    const wanted = `${value} ± ${tolerance} ${unit}`;
    if (!given) {
      return {
        value: 0,
        abstained: true,
        note: { en: `expected ${wanted}, got no number`, zh: `应为 ${wanted}，未给出数值` },
      };
    }
    const got = `${Number(given.value.toPrecision(6))} ${given.unit}`;
    return {
      value: inUnit(given) && Math.abs(given.value - value) <= tolerance ? 1 : 0,
      abstained: false,
      note: { en: `expected ${wanted}, got ${got}`, zh: `应为 ${wanted}，答为 ${got}` },
    };
  },
};
