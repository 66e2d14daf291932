import type { Condition } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';
import { quantileOf } from './sample.ts';
import type { FieldFacts, TableFacts } from './types.ts';

export interface Fence {
  readonly low: number;
  readonly high: number;
}

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const normal = 0.6745;

/**
 * Limits beyond which the modified z-score exceeds `outlier_score`, with a deviation of its own on each side of the
 * median, so that a skewed field is not all outliers; from the sample. `null` where half of the values or more are equal.
 * Source: Iglewicz and Hoaglin 1993; one deviation per side: "double MAD".
 */
export async function fenceOf(table: TableFacts, { field }: FieldFacts): Promise<Fence | null> {
  await breathe();
  const values = (await table.sample()).sorted(field.id);
  if (values.length === 0) return null;
  const median = quantileOf(values, 0.5);
  const below = median - quantileOf(values.subarray(0, upTo(values, median)), 0.5);
  const above = quantileOf(values.subarray(from(values, median)), 0.5) - median;
  if (!(below > 0 && above > 0)) return null;
  const reach = table.thresholds.outlier_score / normal;
  return { low: median - reach * below, high: median + reach * above };
}

/** Number of ascending values that are at most `limit`. */
function upTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Number.NaN) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of the first of ascending values that is at least `limit`. */
function from(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Number.NaN) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many values lie beyond `limits`, with ten rows and a query that shows them. One that is not finite does not count. */
export async function beyond(
  table: TableFacts,
  { field, min, max }: FieldFacts,
  limits: { readonly low?: number | undefined; readonly high?: number | undefined },
) {
  const low = limits.low ?? -Number.MAX_VALUE;
  const high = limits.high ?? Number.MAX_VALUE;
  if (min === null || max === null || (min >= low && max <= high)) return undefined;
  const where: Condition[] = [{ field: field.id, op: 'not_between', value: [low, high] }];
  const { matched, rowNumbers } = await table.ask({ select: [{ field: field.id }], where });
  return { count: matched, rows: rowNumbers ?? [], query: table.question({ where }) };
}
