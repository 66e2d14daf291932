import { z } from 'zod';
import type { Scorer } from './scorer.ts';

const quantity = z.object({ value: z.number(), unit: z.string() });

const answerSchema = z.object({
  setpoints: z.array(quantity.extend({ parameter: z.string() })),
  expected: quantity.nullish(),
});

const truthSchema = z.object({
  /** Which part of the answer is scored: the first setpoint, or the expected result. */
  of: z.enum(['setpoint', 'expected']),
  value: z.number(),
  unit: z.string(),
  /** Largest absolute difference that still counts, in `unit`. */
  tolerance: z.number().positive(),
});

/** Spellings of one unit: `°C`, `ºC` and `℃` are the same. */
const normal = (unit: string) => unit.replace(/[º˚]/g, '°').normalize('NFKC').toLowerCase();

/** 1 where the answer's number is in the truth's unit and within its tolerance, else 0; no number abstains. */
export const withinTolerance: Scorer = (answer, truth) => {
  const { setpoints, expected } = answerSchema.parse(answer);
  const { of, value, unit, tolerance } = truthSchema.parse(truth);
  const given = of === 'setpoint' ? setpoints[0] : expected;
  const wanted = `expected ${value} ± ${tolerance} ${unit}`;
  if (!given) return { value: 0, abstained: true, note: `${wanted}, got no number` };
  const right = normal(given.unit) === normal(unit) && Math.abs(given.value - value) <= tolerance;
  return {
    value: right ? 1 : 0,
    abstained: false,
    note: `${wanted}, got ${Number(given.value.toPrecision(6))} ${given.unit}`,
  };
};
