import type { Duplicates, Question, TableFacts } from './types.ts';

/** Records that are equal in `fields` (default: all fields but structures), found by grouping. */
export async function duplicatesOf(
  table: TableFacts,
  fields: readonly string[] = table.fields
    .filter(({ field }) => field.type !== 'structure')
    .map(({ field }) => field.id),
): Promise<Duplicates> {
  const question: Question = {
    select: [
      ...fields.map((field) => ({ field })),
      { aggregate: 'count' },
      { field: 'row', aggregate: 'max' },
    ],
    order: [
      { by: { aggregate: 'count' }, descending: true },
      { by: { field: 'row', aggregate: 'max' }, descending: false },
    ],
    limit: 10,
  };
  const { rows, total, matched } = await table.ask(question);
  return {
    repeats: matched - total,
    rows: rows.filter((row) => Number(row.at(-2)) > 1).map((row) => Number(row.at(-1))),
    query: table.question(question),
  };
}
