import { z } from 'zod';
import { scales } from '../../methods/agreement/index.ts';

const count = z.number().int();
const label = z.union([z.string(), z.number()]);

const coefficient = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('measured'),
    estimate: z.number(),
    /** `null`: too few items for an interval. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    level: z.number(),
    items: count,
  }),
  z.object({
    status: z.literal('not_measured'),
    reason: z.enum(['no_item_with_two_labels', 'one_label_only', 'unequal_numbers', 'not_nominal']),
  }),
]);

const agreement = z.object({
  kind: z.literal('agreement'),
  file: z.string(),
  form: z.enum(['long', 'wide']),
  scale: z.enum(scales),
  items: count,
  compared: count,
  annotators: count,
  labels: count,
  equal: z.number().nullable(),
  alpha: coefficient,
  fleiss: coefficient,
  classes: z.array(
    z.object({ label, labels: count, specific: z.number().nullable(), alpha: z.number().nullable() }),
  ),
  classes_left_out: count,
  pairs: z.array(
    z.object({
      annotators: z.array(z.string()).length(2),
      items: count,
      equal: z.number(),
      agreement: coefficient,
    }),
  ),
  pairs_left_out: count,
  disputed: z.array(
    z.object({
      item: z.string(),
      labels: z.array(z.object({ annotator: z.string(), label })),
      disagreement: z.number(),
    }),
  ),
  disputed_count: count,
  majority: z.object({
    unanimous: count,
    majority: count,
    tied: count,
    single: count,
    ties: z.array(z.string()),
  }),
  relabelled: z.array(z.string()),
  relabelled_count: count,
  notices: z.array(z.string()),
  out: z.string().nullable(),
});

const plan = z.object({
  kind: z.literal('plan'),
  dataset: z.string(),
  record_set: z.string(),
  field: z.string(),
  confidence: z.number(),
  half_width: z.number().nullable(),
  at_least: z.number().nullable(),
  expected: z.number().nullable(),
  most_wrong: count.nullable(),
  records: count,
  unlabelled: count,
  size: count,
  by_class: z.boolean(),
  strata: z.array(z.object({ id: z.string(), records: count, size: count })),
  seed: count,
  rows: z.array(count),
  out: z.string().nullable(),
});

const accuracy = z.object({
  kind: z.literal('accuracy'),
  file: z.string(),
  indicator: z.literal('TC609-5-2025-04 0304'),
  estimate: z.number(),
  low: z.number(),
  high: z.number(),
  at_least: z.number(),
  level: z.number(),
  inspected: count,
  wrong: count,
  open: count,
  weighted: z.boolean(),
  /** `records` is `null` where the file does not say it. */
  strata: z.array(z.object({ id: z.string(), records: count.nullable(), inspected: count, right: count })),
  unseen: z.array(z.object({ id: z.string(), records: count })),
  mistakes: z.array(z.object({ label: z.string(), correct: z.string(), count })),
  wrong_items: z.array(z.string()),
  notices: z.array(z.string()),
});

/** What `zhuji agreement --json` prints. */
export const agreementSchema = z.discriminatedUnion('kind', [agreement, plan, accuracy]);

export type AgreementData = z.infer<typeof agreement>;
export type PlanData = z.infer<typeof plan>;
export type AccuracyData = z.infer<typeof accuracy>;
export type CoefficientData = z.infer<typeof coefficient>;
