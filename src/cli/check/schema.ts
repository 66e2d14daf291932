import { z } from 'zod';
import { qualityReportSchema } from '../../quality/index.ts';

const { dataset, hash, verdict, scenario, profile, tool, measuredAt, findings, proposals, definitions } =
  qualityReportSchema.shape;
const head = { dataset, hash, verdict, scenario, profile, tool, measuredAt };
const text = definitions.element.shape.name;
const finding = findings.element;
const count = z.int().nonnegative();

const comparison = z.strictObject({
  before: z.strictObject(head),
  after: z.strictObject(head),
  moved: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      recordSet: z.string(),
      field: z.string().optional(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      better: z.boolean().nullable(),
    }),
  ),
  unmoved: count,
  gone: z.array(finding),
  appeared: z.array(finding),
  kept: z.array(z.strictObject({ before: finding, after: finding })),
  rows: z.array(z.strictObject({ recordSet: z.string(), before: count.nullable(), after: count.nullable() })),
  cautions: z.array(text),
});

const point = z.strictObject({
  ...head,
  findings: z.strictObject({ critical: count, major: count, minor: count, info: count }),
  rows: z.record(z.string(), count),
  measures: z.array(
    z.strictObject({
      id: z.string(),
      version: z.int(),
      name: text,
      direction: definitions.element.shape.direction,
      recordSet: z.string(),
      value: z.number(),
    }),
  ),
});

/** What `zhuji check` prints with `--json`. */
export const checkSchema = z.strictObject({
  reports: z.array(qualityReportSchema),
  /** Proposals that are declared from now on. */
  accepted: z.array(proposals.element),
  comparison: comparison.nullable(),
  /** A trend for each report, oldest point first. */
  trends: z.array(z.strictObject({ dataset: z.string(), points: z.array(point) })),
  files: z.array(z.string()),
});
