import { z } from 'zod';
import { tool } from '../src/server/tool.ts';
import {
  aggregates,
  type Cell,
  comparisons,
  type Selection,
  type TableQuery,
  ZhujiError,
} from '../src/workspace/index.ts';
import { evidenceSchema } from './evidence.ts';
import { pageParameter } from './parameters.ts';

const call = new RegExp(`^(${aggregates.join('|')})\\((.*)\\)$`);

function selection(text: string): Selection {
  const match = call.exec(text.trim());
  if (!match) return { field: text.trim() };
  const aggregate = match[1] as (typeof aggregates)[number];
  const field = match[2]?.trim() ?? '';
  return field === '' || field === '*' ? { aggregate } : { aggregate, field };
}

function order(text: string | undefined): TableQuery['order'] {
  if (!text) return [];
  return text.split(',').map((part) => {
    const [, by = '', direction] = /^\s*(.*?)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    return {
      by: selection(by),
      descending: direction?.toLowerCase() === 'desc',
    };
  });
}

/** `id` or `id/record_set`. */
function source(text: string): Pick<TableQuery, 'dataset' | 'recordSet'> {
  const [dataset = '', recordSet, ...rest] = text.split('/');
  if (rest.length > 0) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `"${text}" is not a dataset or dataset/record_set`,
        zh: `“${text}”不是“数据集”或“数据集/记录集”的写法`,
      },
      {
        recovery: {
          en: 'Name the dataset by its id, as search_catalog gives it.',
          zh: '请用 search_catalog 返回的标识指明数据集。',
        },
      },
    );
  }
  return recordSet ? { dataset, recordSet } : { dataset };
}

/** A filter of one record set says nothing of the fields of another, even where they have the same name. */
function refuseOthers(where: readonly { recordSet?: string | undefined }[], queried: string): void {
  const other = where.find(({ recordSet = queried }) => recordSet !== queried)?.recordSet;
  if (other === undefined) return;
  throw new ZhujiError(
    'invalid_argument',
    {
      en: `a condition is for the record set "${other}", but "${queried}" is queried`,
      zh: `有条件属于记录集“${other}”，而查询的是“${queried}”`,
    },
    {
      recovery: {
        en: 'Leave out the conditions of other record sets.',
        zh: '请去掉属于其他记录集的条件。',
      },
    },
  );
}

export const queryRows = tool({
  name: 'query_rows',
  title: { en: 'Query rows', zh: '查询数据行' },
  description:
    'Reads records of one dataset by a structured query: filters, order, aggregates. Plain fields beside ' +
    'aggregates are the groups. Every record carries "row", its number in the source. ' +
    'get_entries lists the fields with their units.',
  input: z.object({
    dataset: z.string().describe('Dataset id, or id/record_set where it has several'),
    select: z
      .array(z.string())
      .optional()
      .describe(`Fields or aggregates, e.g. ["type", "mean(torque)"]; ${aggregates.join(', ')}; default all`),
    where: z
      .array(
        z.strictObject({
          recordSet: z.string().optional().describe('As safe_filters have it; must be the one queried'),
          field: z.string(),
          op: z.enum(comparisons),
          value: z
            .union([
              z.string(),
              z.number(),
              z.boolean(),
              z.array(z.union([z.string(), z.number(), z.boolean()])),
            ])
            .optional(),
        }),
      )
      .optional()
      .describe('Conditions that all hold, e.g. [{"field":"row","op":"=","value":70}]'),
    order: z.string().optional().describe('e.g. "torque desc, row"'),
    page: pageParameter,
  }),
  output: z.object({
    columns: z.array(
      z.object({
        name: z.string(),
        type: z.string(),
        unit: z.string().nullable(),
      }),
    ),
    rows: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])))
      .describe('One object a record, by column name; "row" is the source row number'),
    evidence: evidenceSchema,
  }),
  pageSize: 50,
  suggestions: { not_found: 'get_entries' },
  async answer(input, page, { workspace, signal }) {
    const from = source(input.dataset);
    const where = input.where ?? [];
    const result = await workspace.tables.query(
      {
        ...from,
        select: (input.select ?? []).map(selection),
        where: where.map(({ field, op, value }) =>
          value === undefined ? { field, op } : { field, op, value },
        ),
        order: order(input.order),
        ...page,
      },
      { signal },
    );
    refuseOthers(where, result.recordSet);
    const numbers = result.rowNumbers;
    return {
      head: {
        columns: result.columns.map(({ name, type, unit }) => ({
          name,
          type,
          unit: unit?.symbol ?? null,
        })),
        evidence: {
          dataset: result.dataset,
          record_set: result.recordSet,
          hash: result.hash,
          rows: result.matched,
          method: numbers ? 'records as stored' : 'aggregate over all matching records',
          uri: `zhuji://datasets/${encodeURIComponent(result.dataset)}`,
        },
      },
      items: {
        key: 'rows',
        values: result.rows.map((cells, index) => {
          const record: Record<string, Cell> = numbers ? { row: numbers[index] ?? null } : {};
          result.columns.forEach((column, place) => {
            record[column.name] = cells[place] ?? null;
          });
          return record;
        }),
        offset: page.offset,
        total: result.total,
      },
    };
  },
});
