import { fieldIds, readName } from '../column-names.ts';

/**
 * Names under which fields can be written so that reading gives them the ids they have: those of their source where that is so,
 * else the ids themselves.
 */
export function namesToWrite(
  fields: readonly { readonly id: string; readonly name: string }[],
): readonly string[] {
  const read = fieldIds(fields.map(({ name }) => readName(name).bare));
  const seen = new Set<string>();
  return fields.map(({ id, name }, place) => {
    const kept = read[place] === id && !seen.has(name.toLowerCase()) ? name : id;
    seen.add(kept.toLowerCase());
    return kept;
  });
}
