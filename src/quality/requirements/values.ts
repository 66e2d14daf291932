import type { FieldType, Scalar } from '../../workspace/index.ts';
import type { Place } from './answer.ts';

/** A value as a field of this type holds it; `null`: it cannot hold it. */
function heldAs(value: Scalar, type: FieldType): Scalar | null {
  if (type === 'integer' || type === 'number') {
    const number = typeof value === 'boolean' ? Number.NaN : Number(value);
    return Number.isFinite(number) && (type === 'number' || Number.isInteger(number)) ? number : null;
  }
  if (type === 'boolean') {
    if (typeof value === 'boolean') return value;
    return value === 'true' || value === 'false' ? value === 'true' : null;
  }
  return type === 'structure' ? null : String(value);
}

/** Records that have each of the values, in their order. */
export async function countsOf(
  values: readonly Scalar[],
  { table, facts }: Place,
): Promise<readonly { readonly value: Scalar; readonly count: number }[]> {
  const { id, type } = facts.field;
  const counts: { value: Scalar; count: number }[] = [];
  for (const value of values) {
    const held = heldAs(value, type);
    const found =
      held === null
        ? undefined
        : await table.ask({
            select: [{ aggregate: 'count' }],
            where: [{ field: id, op: '=', value: held }],
            limit: 1,
          });
    counts.push({ value, count: Number(found?.rows[0]?.[0] ?? 0) });
  }
  return counts;
}
