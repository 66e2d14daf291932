import { z } from 'zod';
import type { QualityReport } from '../workspace/index.ts';
import { aggregates, comparisons, verdicts } from '../workspace/index.ts';

const text = z.strictObject({ zh: z.string().optional(), en: z.string().optional() });
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const selection = z.strictObject({ field: z.string().optional(), aggregate: z.enum(aggregates).optional() });

const query = z.strictObject({
  dataset: z.string(),
  recordSet: z.string().optional(),
  select: z.array(selection),
  where: z.array(
    z.strictObject({
      field: z.string(),
      op: z.enum(comparisons),
      value: z.union([scalar, z.array(scalar)]).optional(),
    }),
  ),
  order: z.array(z.strictObject({ by: selection, descending: z.boolean() })),
  limit: z.int(),
  offset: z.int(),
});

const value = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('measured'),
    value: z.number(),
    numerator: z.number(),
    denominator: z.number(),
  }),
  z.strictObject({
    status: z.literal('not_measured'),
    reason: z.string(),
    missing: z.array(z.string()),
  }),
]);

const definition = z.strictObject({
  id: z.string(),
  version: z.int(),
  name: text,
  formula: text,
  direction: z.enum(['higher_is_better', 'lower_is_better']),
  standards: z.array(
    z.strictObject({
      standard: z.enum(['TC609-5-2025-04', 'GB/T 36344-2018', 'ISO/IEC 5259-2:2024']),
      id: z.string(),
      basis: z.enum(['reported', 'unverified']),
    }),
  ),
  requires: z.array(z.string()),
});

/** The JSON form of a quality report. */
export const qualityReportSchema = z.strictObject({
  schemaVersion: z.literal('1'),
  dataset: z.string(),
  hash: z.string(),
  scenario: z.string().nullable(),
  verdict: z.enum(verdicts),
  gates: z.array(
    z.strictObject({ id: z.string(), name: text, passed: z.boolean().nullable(), reason: text }),
  ),
  measures: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      recordSet: z.string(),
      field: z.string().optional(),
      result: value,
      scanned: z.int().optional(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      severity: z.enum(['info', 'minor', 'major', 'critical']),
      recordSet: z.string(),
      fields: z.array(z.string()),
      count: z.int(),
      rows: z.array(z.int()).max(10),
      message: text,
      remedy: text,
      query: query.optional(),
    }),
  ),
  brief: z.strictObject({
    use_for: z.array(text),
    do_not_use_for: z.array(text),
    must_mention: z.array(text),
    safe_filters: z.array(
      z.strictObject({
        recordSet: z.string(),
        field: z.string(),
        op: z.string(),
        value: scalar.optional(),
      }),
    ),
  }),
  measuredAt: z.iso.datetime(),
  profile: z.string(),
  thresholds: z.record(z.string(), z.number()),
  definitions: z.array(definition),
}) satisfies z.ZodType<unknown>;

/** The report that `json` is, or `undefined` where it is none of this version. */
export function readReport(json: unknown): QualityReport | undefined {
  const parsed = qualityReportSchema.safeParse(json);
  return parsed.success ? (json as QualityReport) : undefined;
}
