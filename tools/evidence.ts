import { z } from 'zod';

/** Where a number comes from: enough to fetch it again and to compare it. */
export const evidenceSchema = z.object({
  dataset: z.string(),
  record_set: z.string(),
  hash: z.string().describe('Content hash of the dataset version that was read'),
  rows: z.number().int().describe('Source records behind the answer'),
  method: z.string(),
  uri: z.string().describe('zhuji:// link that read_resource and resources/read resolve'),
});

export type Evidence = z.infer<typeof evidenceSchema>;
