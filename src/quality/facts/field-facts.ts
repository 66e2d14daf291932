import type { Aggregate, Cell, Field, QueryResult, Selection } from '../../workspace/index.ts';
import type { FieldFacts, Question } from './types.ts';

/** Fields of one query: a few hundred aggregates are still one pass over the table. */
const fieldsPerQuery = 60;

export function isNumeric(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number';
}

/** Measured quantities; without a role, only numbers with fractions. */
export function isMeasurement(field: Field): boolean {
  return field.role === 'measurement' ? isNumeric(field) : field.role === null && field.type === 'number';
}

function selectionsOf(field: Field): readonly Selection[] {
  const wanted: Aggregate[] = ['count'];
  if (isNumeric(field)) wanted.push('min', 'max');
  else if (field.type !== 'structure') wanted.push('count_distinct');
  if (isNumeric(field) && (field.role === 'identifier' || field.role === 'label'))
    wanted.push('count_distinct');
  if (isMeasurement(field)) wanted.push('median');
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
      const present = summary(field, 'count') ?? 0;
      const distinct = summary(field, 'count_distinct');
      const [min, max] = [summary(field, 'min'), summary(field, 'max')];
      facts.push({
        field,
        present,
        distinct,
        constant: present > 0 && (distinct === 1 || (min !== null && min === max)),
        min,
        max,
        median: summary(field, 'median'),
      });
    }
  }
  return { hash, rows, fields: facts };
}
