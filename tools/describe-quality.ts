import { z } from 'zod';
import {
  type Finding,
  type Language,
  type MeasureResult,
  type Selection,
  type TableQuery,
  textIn,
} from '../src/workspace/index.ts';

export const findingSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.string(),
  record_set: z.string(),
  fields: z.array(z.string()),
  count: z.number().int().describe('Records concerned'),
  message: z.string(),
  rows: z.array(z.number().int()).optional().describe('Some of them, by row number'),
  remedy: z.string().optional(),
  query: z.record(z.string(), z.unknown()).optional().describe('Arguments of query_rows that show them'),
});

export const measureSchema = z.object({
  id: z.string(),
  name: z.string(),
  record_set: z.string(),
  field: z.string().optional(),
  status: z.enum(['measured', 'not_measured']),
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  reason: z.string().optional(),
  missing: z.array(z.string()).optional(),
});

const selected = ({ field = '', aggregate }: Selection): string =>
  aggregate ? `${aggregate}(${field})` : field;

/** A query in the words of query_rows. */
function asArguments({ dataset, recordSet, select, where, order, limit }: TableQuery) {
  return {
    dataset: recordSet ? `${dataset}/${recordSet}` : dataset,
    ...(select.length > 0 && { select: select.map(selected) }),
    ...(where.length > 0 && { where }),
    ...(order.length > 0 && {
      order: order.map(({ by, descending }) => `${selected(by)}${descending ? ' desc' : ''}`).join(', '),
    }),
    page: String(limit),
  };
}

export function describeFinding(
  finding: Finding,
  language: Language,
  detailed: boolean,
): z.infer<typeof findingSchema> {
  const { id, kind, severity, recordSet, fields, count, message, rows, remedy, query } = finding;
  return {
    id,
    kind,
    severity,
    record_set: recordSet,
    fields: [...fields],
    count,
    message: textIn(message, language),
    ...(detailed && {
      rows: [...rows],
      remedy: textIn(remedy, language),
      ...(query && { query: asArguments(query) }),
    }),
  };
}

export function describeMeasure(
  { id, name, recordSet, field, result }: MeasureResult,
  language: Language,
): z.infer<typeof measureSchema> {
  return {
    id,
    name: textIn(name, language),
    record_set: recordSet,
    ...(field && { field }),
    ...(result.status === 'measured' ? result : { ...result, missing: [...result.missing] }),
  };
}
