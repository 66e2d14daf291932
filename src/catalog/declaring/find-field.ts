import type { Field, RecordSet } from '../../workspace/index.ts';
import { refused, unknownName } from './refusal.ts';

const aField = { en: 'field', zh: '字段' };

/** A field by its id or by its name in the source. */
export function fieldNamed({ fields }: RecordSet, name: string): Field | undefined {
  return fields.find(({ id }) => id === name) ?? fields.find((field) => field.name === name);
}

/** Errors: `invalid_argument` where the record set has none of this name, with the nearest. */
export function findField(recordSet: RecordSet, name: string, place: string): Field {
  const found = fieldNamed(recordSet, name);
  if (found) return found;
  const { fields } = recordSet;
  throw unknownName(
    place,
    aField,
    name,
    fields.map(({ id }) => id),
    fields.map((field) => field.name),
  );
}

/** What `record_set.field` or, for one of its own, `field` refers to. Errors: `invalid_argument`. */
export function findReference(
  recordSets: readonly RecordSet[],
  own: RecordSet,
  name: string,
  place: string,
): { readonly recordSet: string; readonly field: string } {
  for (const recordSet of recordSets) {
    for (const mark of ['.', '/']) {
      const prefix = `${recordSet.id}${mark}`;
      const field = name.startsWith(prefix) ? fieldNamed(recordSet, name.slice(prefix.length)) : undefined;
      if (field) return { recordSet: recordSet.id, field: field.id };
    }
  }
  const field = fieldNamed(own, name);
  if (field) return { recordSet: own.id, field: field.id };
  const all = recordSets.flatMap(({ id, fields }) => fields.map((one) => `${id}.${one.id}`));
  throw unknownName(place, aField, name, all);
}

/** A field that a reference cannot name: itself. */
export function refuseItself(place: string, name: string): never {
  throw refused(place, {
    en: `a field cannot refer to itself ("${name}")`,
    zh: `字段不能引用自身（"${name}"）`,
  });
}
