import { isMeasurement, isNumeric } from '../facts/field-facts.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';

/** Fields shown in each part of a picture. */
export const mostShown = 40;

/** Numbers with no more values than this are shown value by value. */
export const fewValues = 12;

/** Texts with more values than this have no distribution worth a look. */
const manyValues = 1000;

/** The fields that the pass follows: those that miss values, then those with a role, then the rest; `most_fields` at most. */
export function followedFields({ fields, rows, thresholds }: TableFacts): readonly FieldFacts[] {
  const rank = (one: FieldFacts) => (missesAny(one, rows) ? 0 : one.field.role !== null ? 1 : 2);
  return fields
    .filter(({ field }) => field.type !== 'structure')
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, thresholds.most_fields);
}

/** Some record has no value, or none that is a finite number. */
export function missesAny({ present, notFinite }: FieldFacts, rows: number): boolean {
  return present < rows || notFinite > 0;
}

/** Whether a mean over a stretch of records says something. */
export function hasLevel({ field }: FieldFacts): boolean {
  return isMeasurement(field) || (field.role === 'setpoint' && isNumeric(field));
}

/** How the distribution of a field is shown; `null`: it names records, tells time, or hardly any value occurs twice. */
export function shapeOf({ field, distinct, present, min }: FieldFacts): 'bins' | 'values' | null {
  if (field.role === 'identifier' || field.role === 'time' || present === 0) return null;
  const few = distinct !== null && distinct <= fewValues;
  if (isNumeric(field)) return few ? 'values' : min === null ? null : 'bins';
  if (field.type === 'boolean') return 'values';
  if (field.type !== 'string' || distinct === null) return null;
  return few || (distinct <= manyValues && distinct <= present / 2) ? 'values' : null;
}
