import type { FieldFacts } from './types.ts';

/** Series at most, by the numbers of values of the group fields. */
export function seriesCount(fields: readonly FieldFacts[], most: number): number {
  const groups = fields.filter(({ field }) => field.role === 'group' && field.type !== 'structure');
  return Math.min(
    most,
    groups.reduce((product, { distinct }) => product * Math.max(1, distinct ?? 1), 1),
  );
}
