import { z } from 'zod';
import type { QualityReport } from '../workspace/index.ts';
import { aggregates, comparisons, repairActions, verdicts } from '../workspace/index.ts';

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
      standard: z.enum(['TC609-5-2025-04', 'GB/T 36344-2018', 'ISO/IEC 5259-2:2024', 'ISO/IEC 25024:2015']),
      id: z.string(),
      basis: z.enum(['reported', 'unverified']),
    }),
  ),
  requires: z.array(z.string()),
});

const place = z.union([z.string(), z.number()]);

const interval = z.strictObject({
  from: z.int(),
  to: z.int(),
  start: place.optional(),
  end: place.optional(),
  series: z.string().optional(),
});

const repair = z.strictObject({
  action: z.enum(repairActions),
  loses: text,
  reversible: z.boolean(),
  parameters: z.record(z.string(), scalar).optional(),
});

const requirement = z.strictObject({
  id: z.string(),
  kind: z.string(),
  level: z.enum(['required', 'wanted']),
  description: text,
  source: z.string(),
  status: z.enum(['met', 'partly', 'missing', 'not_measured']),
  by: z.string().optional(),
  target: z.strictObject({ op: z.string(), value: z.number(), unit: z.string() }).optional(),
  actual: z.number().optional(),
  reason: text,
});

const proposal = z.strictObject({
  id: z.string(),
  recordSet: z.string(),
  field: z.string().optional(),
  property: z.enum(['unit', 'role', 'range', 'interval', 'values', 'key', 'rule', 'references']),
  value: z.unknown(),
  confidence: z.number(),
  reason: text,
});

const picture = z.strictObject({
  recordSet: z.string(),
  rows: z.int(),
  windows: z.array(z.int()),
  distributions: z.array(
    z.strictObject({
      field: z.string(),
      edges: z.array(z.number()).optional(),
      values: z.array(z.string()).optional(),
      counts: z.array(z.int()),
      others: z.int().optional(),
    }),
  ),
  missing: z.array(z.strictObject({ field: z.string(), shares: z.array(z.number()) })),
  levels: z.array(z.strictObject({ field: z.string(), means: z.array(z.number().nullable()) })),
  coverage: z
    .strictObject({
      field: z.string(),
      start: place,
      end: place,
      series: z.array(z.strictObject({ name: z.string(), counts: z.array(z.int()) })),
    })
    .optional(),
});

/** The JSON form of a quality report. */
export const qualityReportSchema = z.strictObject({
  schemaVersion: z.literal('2'),
  dataset: z.string(),
  hash: z.string(),
  scenario: z.string().nullable(),
  verdict: z.enum(verdicts),
  requirements: z.array(requirement),
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
      intervals: z.array(interval).max(10).optional(),
      magnitude: z.strictObject({ value: z.number(), unit: z.string() }).optional(),
      confidence: z.number().optional(),
      message: text,
      remedy: text,
      repair: repair.optional(),
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
        value: z.union([scalar, z.array(scalar)]).optional(),
      }),
    ),
  }),
  proposals: z.array(proposal),
  pictures: z.array(picture),
  tool: z.string(),
  seconds: z.number(),
  measuredAt: z.iso.datetime(),
  profile: z.string(),
  thresholds: z.record(z.string(), z.number()),
  weights: z.record(z.string(), z.number()),
  definitions: z.array(definition),
}) satisfies z.ZodType<unknown>;

/** The report that `json` is, or `undefined` where it is none of this version. */
export function readReport(json: unknown): QualityReport | undefined {
  const parsed = qualityReportSchema.safeParse(json);
  return parsed.success ? (json as QualityReport) : undefined;
}
