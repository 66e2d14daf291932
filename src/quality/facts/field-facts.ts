import type { Cell, Field, QueryResult, Selection } from '../../workspace/index.ts';
import type { FieldFacts, Question } from './types.ts';

/** Fields of one query: a few hundred aggregates are still one pass over the table. */
const fieldsPerQuery = 60;

export function isNumeric(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number';
}

function selectionsOf(field: Field): readonly Selection[] {
  const wanted =
    field.type === 'structure'
      ? (['count'] as const)
      : isNumeric(field)
        ? (['count', 'count_distinct', 'min', 'max', 'median'] as const)
        : (['count', 'count_distinct'] as const);
  return wanted.map((aggregate) => ({ field: field.id, aggregate }));
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : typeof cell === 'string' && cell !== '' ? Number(cell) : null;
}

/** Counts and summaries of all fields, in one query for each {@link fieldsPerQuery} fields. */
export async function fieldFactsOf(
  fields: readonly Field[],
  ask: (question: Question) => Promise<QueryResult>,
): Promise<{ hash: string; rows: number; fields: readonly FieldFacts[] }> {
  const facts: FieldFacts[] = [];
  let rows = 0;
  let hash = '';
  for (let first = 0; first === 0 || first < fields.length; first += fieldsPerQuery) {
    const part = fields.slice(first, first + fieldsPerQuery);
    const select = [{ aggregate: 'count' } as const, ...part.flatMap(selectionsOf)];
    const result = await ask({ select, limit: 1 });
    const [cells = []] = result.rows;
    hash = result.hash;
    rows = numberOf(cells[0]) ?? 0;
    const summary = (field: Field, aggregate: Selection['aggregate']) => {
      const place = select.findIndex(
        (one) => one.aggregate === aggregate && 'field' in one && one.field === field.id,
      );
      return place < 0 ? null : numberOf(cells[place]);
    };
    for (const field of part) {
      facts.push({
        field,
        present: summary(field, 'count') ?? 0,
        distinct: summary(field, 'count_distinct'),
        min: summary(field, 'min'),
        max: summary(field, 'max'),
        median: summary(field, 'median'),
      });
    }
  }
  return { hash, rows, fields: facts };
}
