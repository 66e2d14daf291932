import { z } from 'zod';
import { type ScorerName, scorers } from '../scorers/index.ts';

const text = z.object({ zh: z.string().optional(), en: z.string().optional() });

/** One question with its truth. The truth stays with the harness: it is no part of any workspace. */
export const itemSchema = z.strictObject({
  id: z.string().min(1),
  /** Machine, steel or line: what makes answers go right or wrong together. */
  cluster: z.string().min(1),
  question: z.string().min(1),
  /** Of the form that the scorer of the scenario asks for. */
  truth: z.unknown(),
});

export const scenarioSchema = z.strictObject({
  /** Name of its folder. */
  id: z.string(),
  title: text,
  /** Name of the agent that is asked. */
  agent: z.string(),
  scorer: z.enum(Object.keys(scorers) as [ScorerName, ...ScorerName[]]),
  /** Datasets that the questions are about; what the lift is attributed to. */
  datasets: z.array(z.string()),
  items: z.array(itemSchema).min(1),
});

export type Item = z.infer<typeof itemSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;
