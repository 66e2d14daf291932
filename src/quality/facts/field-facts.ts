import type { Cell, Field, QueryResult, Selection } from '../../workspace/index.ts';
import type { FieldFacts, Question } from './types.ts';

type Ask = (question: Question) => Promise<QueryResult>;

/** Fields of one query: a thousand aggregates are still one pass over the table. */
const fieldsPerQuery = 200;

/** Fields of one query that counts distinct values; planning these is cheap, and each query parses the whole schema. */
const countedPerQuery = 400;

/** Values of one query that are counted apart: each keeps its values in memory. */
const distinctPerQuery = 2_000_000;

const largest = Number.MAX_VALUE;

export function isNumeric(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number';
}

/** Measured quantities; without a role, only numbers with fractions. */
export function isMeasurement(field: Field): boolean {
  return field.role === 'measurement' ? isNumeric(field) : field.role === null && field.type === 'number';
}

function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : typeof cell === 'string' && cell !== '' ? Number(cell) : null;
}

interface Counts {
  readonly hash: string;
  readonly rows: number;
  get(field: Field, aggregate: Selection['aggregate']): number | null;
}

async function aggregatesOf(
  fields: readonly Field[],
  aggregates: readonly NonNullable<Selection['aggregate']>[],
  ask: Ask,
  question: Question = {},
): Promise<Counts> {
  const wanted = fields.flatMap((field) =>
    aggregates
      .filter((one) => one === 'count' || one === 'count_distinct' || isNumeric(field))
      .map((aggregate) => ({ field: field.id, aggregate })),
  );
  const { hash, rows } = await ask({
    ...question,
    select: [{ aggregate: 'count' }, ...wanted],
    limit: 1,
  });
  const cells = new Map(
    wanted.map(({ field, aggregate }, place) => [`${aggregate} ${field}`, rows[0]?.[place + 1]]),
  );
  return {
    hash,
    rows: numberOf(rows[0]?.[0]) ?? 0,
    get: (field, aggregate) => numberOf(cells.get(`${aggregate} ${field.id}`)),
  };
}

/** Numbers of a field without those that are NaN or infinite. */
async function finiteOf(field: Field, present: number, ask: Ask) {
  const where = [{ field: field.id, op: 'between', value: [-largest, largest] } as const];
  const counts = await aggregatesOf([field], ['count', 'min', 'max', 'mean', 'sd'], ask, { where });
  return {
    notFinite: present - (counts.get(field, 'count') ?? 0),
    min: counts.get(field, 'min'),
    max: counts.get(field, 'max'),
    mean: counts.get(field, 'mean'),
    sd: counts.get(field, 'sd'),
  };
}

async function distinctOf(fields: readonly Field[], rows: number, ask: Ask): Promise<Map<string, number>> {
  const counted = fields.filter(({ type }) => type !== 'structure');
  const atOnce = Math.max(1, Math.min(countedPerQuery, Math.floor(distinctPerQuery / Math.max(rows, 1))));
  const found = new Map<string, number>();
  for (let first = 0; first < counted.length; first += atOnce) {
    const part = counted.slice(first, first + atOnce);
    const counts = await aggregatesOf(part, ['count_distinct'], ask);
    for (const field of part) found.set(field.id, counts.get(field, 'count_distinct') ?? 0);
  }
  return found;
}

/** Counts and summaries of all fields. */
export async function fieldFactsOf(
  fields: readonly Field[],
  ask: Ask,
): Promise<{ hash: string; rows: number; fields: readonly FieldFacts[] }> {
  const facts: FieldFacts[] = [];
  let rows = 0;
  let hash = '';
  for (let first = 0; first === 0 || first < fields.length; first += fieldsPerQuery) {
    const part = fields.slice(first, first + fieldsPerQuery);
    const counts = await aggregatesOf(part, ['count', 'min', 'max', 'mean', 'sd'], ask);
    ({ rows, hash } = counts);
    for (const field of part) {
      const present = counts.get(field, 'count') ?? 0;
      const all = {
        notFinite: 0,
        min: counts.get(field, 'min'),
        max: counts.get(field, 'max'),
        mean: counts.get(field, 'mean'),
        sd: counts.get(field, 'sd'),
      };
      const ends = [all.min, all.max].every((end) => end === null || Number.isFinite(end));
      const summary = ends ? all : await finiteOf(field, present, ask);
      facts.push({ field, present, distinct: null, constant: false, ...summary });
    }
  }
  const distinct = await distinctOf(fields, rows, ask);
  return {
    hash,
    rows,
    fields: facts.map((one) => {
      const different = distinct.get(one.field.id) ?? null;
      return { ...one, distinct: different, constant: one.present > 0 && different === 1 };
    }),
  };
}
