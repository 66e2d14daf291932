import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { TableSummary } from '../../tables/index.ts';

const end = z.union([z.number(), z.string()]).optional();

const summarySchema = z.object({
  rows: z.int().nonnegative(),
  columns: z.array(
    z.object({
      id: z.string(),
      count: z.int().nonnegative(),
      missing: z.int().nonnegative(),
      distinct: z.int().nonnegative(),
      min: end,
      max: end,
      mean: z.number().optional(),
      sd: z.number().optional(),
      finite: z.boolean(),
    }),
  ),
});

/** Where the summary of a derived table lies, beside its Parquet file. */
export const summaryFile = (tables: string, recordSet: string): string =>
  join(tables, `${recordSet}.summary.json`);

/** `undefined` where there is none that can be read: then the records are. */
export async function readSummary(tables: string, recordSet: string): Promise<TableSummary | undefined> {
  try {
    return summarySchema.parse(
      JSON.parse(await readFile(summaryFile(tables, recordSet), 'utf8')),
    ) as TableSummary;
  } catch {
    return undefined;
  }
}
