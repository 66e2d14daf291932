import { z } from 'zod';
import {
  type Finding,
  type Language,
  type Proposal,
  type RequirementResult,
  repairActions,
  type Selection,
  type TableQuery,
  textIn,
} from '../src/workspace/index.ts';

const moment = z.union([z.string(), z.number()]);

export const findingSchema = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.string(),
  record_set: z.string(),
  fields: z.array(z.string()),
  more_fields: z.number().int().optional(),
  count: z.number().int().describe('Records concerned'),
  message: z.string(),
  rows: z.array(z.number().int()).optional().describe('Some of them, by row number'),
  intervals: z
    .array(
      z.object({
        from: z.number(),
        to: z.number(),
        start: moment.optional(),
        end: moment.optional(),
        series: z.string().optional(),
      }),
    )
    .optional()
    .describe('Stretches of rows where they lie, with times'),
  magnitude: z.object({ value: z.number(), unit: z.string() }).optional(),
  confidence: z.number().optional(),
  remedy: z.string().optional(),
  repair: z
    .object({ action: z.enum(repairActions), loses: z.string(), reversible: z.boolean() })
    .optional()
    .describe('What a person can apply with zhuji repair'),
  query: z.record(z.string(), z.unknown()).optional().describe('Arguments of query_rows that show them'),
});

export const requirementSchema = z.object({
  id: z.string(),
  level: z.string(),
  status: z.string(),
  description: z.string(),
  by: z.string().optional(),
  target: z.string().optional(),
  actual: z.number().optional(),
  reason: z.string(),
});

export const proposalSchema = z.object({
  id: z.string(),
  value: z.unknown(),
  confidence: z.number(),
  reason: z.string(),
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

/** Names in an item at most; a finding may concern a thousand fields. */
const mostFields = 20;

/** Rows in the condition of a query at most: the first ones show what the others are like. */
const mostRows = 50;

/** The query with its longest list of rows shortened. */
function shortened(query: TableQuery): TableQuery {
  return {
    ...query,
    where: query.where.map((condition) =>
      condition.op === 'in' && Array.isArray(condition.value)
        ? { ...condition, value: condition.value.slice(0, mostRows) }
        : condition,
    ),
  };
}

export function describeFinding(
  finding: Finding,
  language: Language,
  detailed: boolean,
): z.infer<typeof findingSchema> {
  const { id, kind, severity, recordSet, fields, count, message, rows, remedy, query } = finding;
  const { intervals, magnitude, confidence, repair } = finding;
  return {
    id,
    kind,
    severity,
    record_set: recordSet,
    fields: fields.slice(0, mostFields),
    ...(fields.length > mostFields && { more_fields: fields.length - mostFields }),
    count,
    message: textIn(message, language),
    ...(detailed && {
      rows: [...rows],
      ...(intervals && intervals.length > 0 && { intervals: [...intervals] }),
      ...(magnitude && { magnitude }),
      ...(confidence !== undefined && { confidence }),
      remedy: textIn(remedy, language),
      ...(repair && {
        repair: {
          action: repair.action,
          loses: textIn(repair.loses, language),
          reversible: repair.reversible,
        },
      }),
      ...(query && { query: asArguments(shortened(query)) }),
    }),
  };
}

export function describeRequirement(
  { id, level, status, description, by, target, actual, reason }: RequirementResult,
  language: Language,
): z.infer<typeof requirementSchema> {
  return {
    id,
    level,
    status,
    description: textIn(description, language),
    ...(by !== undefined && { by }),
    ...(target && { target: `${target.op} ${target.value} ${target.unit}`.trim() }),
    ...(actual !== undefined && { actual }),
    reason: textIn(reason, language),
  };
}

export function describeProposal(
  { id, value, confidence, reason }: Proposal,
  language: Language,
): z.infer<typeof proposalSchema> {
  return { id, value, confidence, reason: textIn(reason, language) };
}
