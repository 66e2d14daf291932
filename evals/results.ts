import { z } from 'zod';
import { lifts } from './statistics/paired-difference.ts';

const text = z.object({ zh: z.string().optional(), en: z.string().optional() });

const interval = z.object({ estimate: z.number(), low: z.number(), high: z.number(), level: z.number() });

/** One line of the run log: one item under one arm, once. An error has no score: it is never counted as 0. */
export const trialSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('scored'),
    arm: z.string(),
    item: z.string(),
    trial: z.number().int(),
    score: z.number().min(0).max(1),
    abstained: z.boolean(),
    note: text,
    text: z.string(),
    toolCalls: z.number().int(),
    tokens: z.number().int(),
    milliseconds: z.number(),
  }),
  z.object({
    status: z.literal('error'),
    arm: z.string(),
    item: z.string(),
    trial: z.number().int(),
    code: z.string(),
    message: text,
  }),
]);
export type Trial = z.infer<typeof trialSchema>;

/** What makes two arms, and two runs, comparable. */
export const manifestSchema = z.object({
  scenario: z.string(),
  agent: z.string(),
  model: z.object({ kind: z.enum(['reference-policy', 'openai-compatible', 'recorded']), name: z.string() }),
  trials: z.number().int().positive(),
  seed: z.number().int(),
  hashes: z.object({ prompt: z.string(), tools: z.string(), items: z.string() }),
  data: z.array(z.object({ id: z.string(), hash: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const armSummarySchema = z.object({
  id: z.string(),
  title: text,
  /** Items scored at least once. */
  items: z.number().int(),
  clusters: z.number().int(),
  /** Trials scored; `errors` come on top, `abstained` are among them. */
  trials: z.number().int(),
  errors: z.number().int(),
  abstained: z.number().int(),
  /** Mean score over items with its interval for clustered items; null where nothing was scored. */
  score: interval.nullable(),
  /** Means over the scored trials; null where there is none. */
  toolCalls: z.number().nullable(),
  tokens: z.number().nullable(),
});

export const comparisonSchema = z.object({
  before: z.string(),
  after: z.string(),
  difference: interval.nullable(),
  p: z.number().nullable(),
  items: z.number().int(),
  clusters: z.number().int(),
  verdict: z.enum(lifts),
  reason: text,
});

/** What came of one scenario; `results.json` is a list of them. */
export const resultsSchema = z.object({
  schemaVersion: z.literal('1'),
  title: text,
  manifest: manifestSchema,
  startedAt: z.string(),
  arms: z.array(armSummarySchema),
  comparisons: z.array(comparisonSchema),
  trials: z.array(trialSchema),
});
export type Results = z.infer<typeof resultsSchema>;
