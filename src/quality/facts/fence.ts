import type { Condition } from '../../workspace/index.ts';
import type { FieldFacts, TableFacts } from './types.ts';

export interface Fence {
  readonly low: number;
  readonly high: number;
}

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const normal = 0.6745;

/**
 * Limits beyond which the modified z-score exceeds `outlier_score`, with a deviation of its own on each side of the
 * median, so that a skewed field is not all outliers. `null` where half of the values or more are equal.
 * Source: Iglewicz and Hoaglin 1993; one deviation per side: "double MAD".
 */
export async function fenceOf(table: TableFacts, facts: FieldFacts): Promise<Fence | null> {
  const { median, field } = facts;
  if (median === null) return null;
  const deviation = async (op: '<=' | '>='): Promise<number> => {
    const { rows } = await table.ask({
      select: [{ field: field.id, aggregate: 'median' }],
      where: [{ field: field.id, op, value: median }],
      limit: 1,
    });
    return Math.abs(Number(rows[0]?.[0]) - median);
  };
  const [below, above] = [await deviation('<='), await deviation('>=')];
  if (!(below > 0 && above > 0)) return null;
  const reach = table.thresholds.outlier_score / normal;
  return { low: median - reach * below, high: median + reach * above };
}

/** How many values lie beyond `limits` (one that is no number does, above), with ten rows and a query for the side with more of them. */
export async function beyond(
  table: TableFacts,
  { field, min, max }: FieldFacts,
  limits: { readonly low?: number | undefined; readonly high?: number | undefined },
) {
  const sides: { count: number; rows: readonly number[]; where: readonly Condition[] }[] = [];
  const look = async (op: '<' | '>', value: number) => {
    const where: Condition[] = [{ field: field.id, op, value }];
    const { matched, rowNumbers } = await table.ask({ select: [{ field: field.id }], where });
    if (matched > 0) sides.push({ count: matched, rows: rowNumbers ?? [], where });
  };
  if (limits.low !== undefined && min !== null && !(min >= limits.low)) await look('<', limits.low);
  if (limits.high !== undefined && max !== null && !(max <= limits.high)) await look('>', limits.high);
  sides.sort((a, b) => b.count - a.count);
  const [more] = sides;
  if (!more) return undefined;
  return {
    count: sides.reduce((count, side) => count + side.count, 0),
    rows: sides.flatMap(({ rows }) => rows).slice(0, 10),
    query: table.question({ where: more.where }),
  };
}
