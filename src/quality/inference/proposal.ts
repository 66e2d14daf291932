import type { Field, FieldRole, Proposal, Text } from '../../workspace/index.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';

/** What one field, or the record set (`field` undefined), seems to be. */
export function propose(
  { recordSet }: TableFacts,
  field: string | undefined,
  property: Proposal['property'],
  value: unknown,
  confidence: number,
  reason: Text,
): Proposal {
  const place = field === undefined ? recordSet.id : `${recordSet.id}.${field}`;
  return {
    id: `${property}:${place}`,
    recordSet: recordSet.id,
    ...(field !== undefined && { field }),
    property,
    value,
    confidence,
    reason,
  };
}

/** Roles as declared, or else as proposed. */
export type Roles = ReadonlyMap<string, FieldRole>;

/** Every record has a value, and no two the same. */
export function isUnique({ field, present, distinct }: FieldFacts, { rows }: TableFacts): boolean {
  return rows >= 20 && present === rows && distinct === rows && ['string', 'integer'].includes(field.type);
}

/** Lower-case words of a field's id, name and titles; Chinese ones unbroken. */
export function wordsOf({ id, name, title }: Field): readonly string[] {
  const text = [id, name, title?.zh, title?.en].filter(Boolean).join(' ');
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%°]+/u)
    .filter(Boolean);
}

/** One of the English words is among them, or one of the Chinese ones within them. */
export function says(words: readonly string[], known: readonly string[]): boolean {
  return known.some((one) =>
    /\p{Script=Han}/u.test(one) ? words.some((word) => word.includes(one)) : words.includes(one),
  );
}
