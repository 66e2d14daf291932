import { z } from 'zod';
import type { ToolResult } from '../../shared/procedure.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const field = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  unit: z.string().nullable(),
  role: z.string().nullable(),
  valid_range: z.looseObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
});

/** The parts of the tools' answers that this procedure reads. */
export const catalogHits = z.looseObject({ entries: z.array(z.looseObject({ id: z.string() })) });

export const datasetEntries = z.looseObject({
  entries: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      hash: z.string(),
      generated: z.boolean().optional(),
      links: z.array(z.looseObject({ relation: z.string(), target: z.string() })).optional(),
      record_sets: z
        .array(z.looseObject({ id: z.string(), rows: z.number(), fields: z.array(field) }))
        .optional(),
    }),
  ),
});

export const rowsAnswer = z.looseObject({ rows: z.array(z.record(z.string(), cell)) });

export const qualityAnswer = z.looseObject({
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
        value: z.union([z.string(), z.number(), z.boolean()]).optional(),
      }),
    ),
  }),
});

export const passagesAnswer = z.looseObject({
  passages: z.array(z.looseObject({ document: z.string(), start: z.number(), end: z.number() })),
});

export const documentAnswer = z.looseObject({
  document: z.string(),
  blocks: z.array(z.looseObject({ start: z.number(), end: z.number(), text: z.string() })),
});

const next = z.looseObject({ next: z.unknown() });

export type RowsAnswer = z.infer<typeof rowsAnswer>;
export type Row = RowsAnswer['rows'][number];
export type FieldCard = z.infer<typeof field>;

/** The answer in the shape asked for, or `undefined` where the tool failed or answered otherwise. */
export function read<T>(schema: z.ZodType<T>, result: ToolResult | undefined): T | undefined {
  if (!result?.ok) return undefined;
  const parsed = schema.safeParse(result.data);
  return parsed.success ? parsed.data : undefined;
}

/** What the failed tool said. */
export function failure(result: ToolResult | undefined): string {
  const message = result?.data['message'];
  return typeof message === 'string' ? message : 'no answer';
}

/** The cursor for the rest of a paged answer: `next` is the cursor, or the call that continues. */
export function cursor(result: ToolResult | undefined): string | undefined {
  const value = next.safeParse(result?.data).data?.next;
  if (typeof value === 'string' && value !== '') return value;
  const call = z.looseObject({ arguments: z.looseObject({ page: z.string() }) }).safeParse(value).data;
  return call?.arguments.page;
}
