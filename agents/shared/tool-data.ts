import { z } from 'zod';
import type { ToolCall, ToolResult } from './procedure.ts';

/** A part of a procedure: yields calls, is handed results, returns what it found. */
export type Steps<T> = Generator<readonly ToolCall[], T, readonly ToolResult[]>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const cell = scalar.nullable();
const span = { start: z.number(), end: z.number() };

const field = z.looseObject({
  id: z.string(),
  /** Very wide tables are described without name, type and role. */
  name: z.string().default(''),
  title: z.string().optional(),
  type: z.string().default(''),
  unit: z.string().nullable(),
  role: z.string().nullable().default(null),
  valid_range: z.looseObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

const entry = z.looseObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  hash: z.string(),
  generated: z.boolean().optional(),
  language: z.string().optional(),
  links: z.array(z.looseObject({ relation: z.string(), target: z.string() })).optional(),
  record_sets: z
    .array(z.looseObject({ id: z.string(), rows: z.number(), fields: z.array(field) }))
    .optional(),
});

/** The parts of the tools' answers that procedures read. */
export const answers = {
  searchCatalog: z.looseObject({ entries: z.array(z.looseObject({ id: z.string(), kind: z.string() })) }),
  getEntries: z.looseObject({ entries: z.array(entry) }),
  queryRows: z.looseObject({ rows: z.array(z.record(z.string(), cell)) }),
  getQualityReport: z.looseObject({
    verdict: z.string(),
    gates: z.array(z.looseObject({ passed: z.boolean().nullable(), reason: z.string() })),
    brief: z.looseObject({
      must_mention: z.array(z.string()),
      do_not_use_for: z.array(z.string()),
      safe_filters: z.array(
        z.looseObject({
          recordSet: z.string(),
          field: z.string(),
          op: z.string(),
          value: z.union([scalar, z.array(scalar)]).optional(),
        }),
      ),
    }),
  }),
  searchKnowledge: z.looseObject({
    passages: z.array(z.looseObject({ document: z.string(), ...span })),
  }),
  readDocument: z.looseObject({
    document: z.string(),
    hash: z.string(),
    length: z.number(),
    blocks: z.array(z.looseObject({ ...span, text: z.string() })),
  }),
} as const;

export type Entry = z.infer<typeof entry>;
export type FieldCard = z.infer<typeof field>;
export type QualityAnswer = z.infer<typeof answers.getQualityReport>;
export type Row = z.infer<typeof answers.queryRows>['rows'][number];

/** The answer in the shape asked for, or `undefined` where the tool failed or answered otherwise. */
export function read<T>(schema: z.ZodType<T>, result: ToolResult | undefined): T | undefined {
  return result?.ok ? schema.safeParse(result.data).data : undefined;
}

/** What the failed tool said. */
export function failure(result: ToolResult | undefined): string {
  const message = result?.data['message'];
  return typeof message === 'string' ? message : 'no answer';
}

const continued = z.looseObject({
  next: z.looseObject({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) }),
});

/** The call that gives the rest of an answer, as the answer itself names it. */
export function nextCall(result: ToolResult | undefined): ToolCall | undefined {
  const next = continued.safeParse(result?.data).data?.next;
  return next && { name: next.tool, arguments: next.arguments };
}
