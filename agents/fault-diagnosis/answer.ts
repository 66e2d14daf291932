import { z } from 'zod';

const citation = z.object({
  document: z.string(),
  start: z.number().int().describe('Character span in the document, end exclusive'),
  end: z.number().int(),
});

const margin = z.object({
  quantity: z.string().describe('What is compared, over field ids'),
  value: z.number().describe('Unrounded'),
  relation: z.enum(['<', '<=', '>', '>=', '=', '!=']).describe('How the rule compares it'),
  limit: z.number(),
  unit: z.string().nullable(),
  margin: z.number().describe('Distance to the limit: positive on the safe side, negative beyond it'),
});

const note = z.object({ code: z.string(), text: z.string() });

export const faultVerdicts = ['present', 'absent', 'not_determinable'] as const;

/** What the agent answers: each fault that the plant's documents know, decided or said to be undecidable. */
export const faultDiagnosisAnswer = z.object({
  status: z.enum(['answered', 'declined']).describe('declined: no fault could be decided on'),
  dataset: z.string().nullable(),
  record: z
    .object({
      row: z
        .number()
        .int()
        .nullable()
        .describe('Number in the source; null for values given in the question'),
      record_set: z.string().nullable(),
      id: z.string().nullable(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    })
    .nullable(),
  faults: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      verdict: z.enum(faultVerdicts),
      reason: z.string(),
      margins: z.array(margin),
      action: z.string().nullable().describe("The document's, for a fault that is present"),
      citations: z.array(citation),
    }),
  ),
  severity: z
    .object({
      zone: z.string(),
      meaning: z.string(),
      value: z.number(),
      lower: z.number().describe('The value is not below it'),
      upper: z.number().nullable().describe('The value is below it; null for no limit'),
      unit: z.string(),
      citations: z.array(citation),
    })
    .nullable(),
  missing: z.array(note).describe('What was lacking, and where it was looked for'),
  evidence: z.object({
    datasets: z.array(
      z.object({
        dataset: z.string(),
        record_set: z.string(),
        hash: z.string(),
        rows: z.array(z.number().int()),
      }),
    ),
    passages: z.array(citation),
  }),
  qualifications: z.array(note).describe('From the quality report, and what was assumed'),
  derivation: z.array(z.string()).describe('Formulas and conversions that lead to the numbers'),
  next_check: z.string(),
  text: z.string().describe("The answer in the question's language"),
});

export type FaultDiagnosisAnswer = z.infer<typeof faultDiagnosisAnswer>;
export type Fault = FaultDiagnosisAnswer['faults'][number];
export type Citation = z.infer<typeof citation>;
export type Note = z.infer<typeof note>;
