import { z } from 'zod';

const interval = z
  .tuple([z.number(), z.number()])
  .nullable()
  .describe('Lower and upper end, same unit; null where it cannot be told');

const quantity = z.object({
  quantity: z.string().describe('Field id of the dataset'),
  value: z.number(),
  unit: z.string(),
});

const note = z.object({ code: z.string(), text: z.string() });

export const declineReasons = [
  'out_of_scope',
  'no_data',
  'unfit_data',
  'incomplete_question',
  'unknown_material',
  'ambiguous_material',
  'out_of_range',
  'conflict',
  'insufficient_data',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** What the agent answers: setpoints and what is to be expected of them, or why there are none. */
export const processParametersAnswer = z.object({
  status: z.enum(['answered', 'declined']),
  reason: z.enum(declineReasons).nullable().describe('Why declined; null where answered'),
  dataset: z.string().nullable(),
  dataset_hash: z.string().nullable().describe('Content hash of the version that was read'),
  material: z.string().nullable().describe('Value of the material field, as in the dataset'),
  target: quantity.extend({ tolerance: z.number().nullable() }).nullable(),
  setpoints: z.array(z.object({ parameter: z.string(), value: z.number(), unit: z.string(), interval })),
  expected: quantity.extend({ interval }).nullable(),
  sensitivity: quantity
    .extend({ per: z.string().describe('Change of which setpoint, e.g. "+10 °C"') })
    .nullable(),
  window: z
    .object({
      parameter: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      unit: z.string(),
      source: z.string(),
      risk: z.string().describe('What leaving it means, as the source says'),
    })
    .nullable(),
  reachable: z
    .object({ quantity: z.string(), min: z.number(), max: z.number(), unit: z.string() })
    .nullable()
    .describe('Range that the data cover under the given conditions'),
  warnings: z.array(note),
  supporting_rows: z
    .array(z.number().int())
    .describe('"row" numbers of the records that the numbers rest on'),
  citations: z.array(z.object({ document: z.string(), start: z.number().int(), end: z.number().int() })),
  missing: z.array(note).describe('What could not be determined, and why'),
  derivation: z.array(z.string()).describe('Formulas and conversions that lead to the numbers'),
  next_check: z.string(),
  text: z.string().describe("The answer in the question's language"),
});

export type ProcessParametersAnswer = z.infer<typeof processParametersAnswer>;
export type Note = z.infer<typeof note>;
