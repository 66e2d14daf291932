import type { Field, RecordSet } from '../../workspace/index.ts';
import type { DatasetDeclaration, FieldDeclaration } from '../declaration.ts';
import { unknownName } from './refusal.ts';

/**
 * What is declared of each field of a table, and under which name: by id or by name in the source; `<record set>.<field>` or
 * `<record set>/<field>` where several tables have it.
 */
export type DeclaredFields = (
  recordSet: RecordSet,
  field: Field,
) => readonly [name: string, FieldDeclaration] | undefined;

function namesOf({ id: recordSet }: RecordSet, { id, name }: Field): string[] {
  return [
    `${recordSet}/${id}`,
    `${recordSet}.${id}`,
    `${recordSet}/${name}`,
    `${recordSet}.${name}`,
    id,
    name,
  ];
}

/** Errors: `invalid_argument` where a declaration names a field that no table has, with the nearest names. */
export function declaredFields(
  declaration: DatasetDeclaration,
  recordSets: readonly RecordSet[],
): DeclaredFields {
  const declared = declaration.fields ?? {};
  const known = new Set(
    recordSets.flatMap((recordSet) => recordSet.fields.flatMap((field) => namesOf(recordSet, field))),
  );
  const fields = recordSets.flatMap((recordSet) => recordSet.fields);
  for (const name of Object.keys(declared)) {
    if (known.has(name)) continue;
    throw unknownName(
      'fields',
      { en: 'field', zh: '字段' },
      name,
      fields.map(({ id }) => id),
      fields.map((field) => field.name),
    );
  }
  return (recordSet, field) => {
    for (const name of namesOf(recordSet, field)) {
      const found = Object.hasOwn(declared, name) ? declared[name] : undefined;
      if (found) return [name, found];
    }
    return undefined;
  };
}
