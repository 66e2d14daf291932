import type { ImportedTable } from '../../tables/index.ts';
import { nearest, ZhujiError } from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import type { FieldDeclaration } from './field.ts';

/**
 * What is declared of each field of a table: by id or by name in the source; `<record set>.<field>` or
 * `<record set>/<field>` where several tables have it.
 */
export type DeclaredFields = (recordSet: string, id: string, name: string) => FieldDeclaration | undefined;

/** Field ids that an error offers. */
const mostOffered = 20;

/** Errors: `invalid_argument` where a declaration names a field that no table has, with the nearest names. */
export function declaredFields(
  declaration: DatasetDeclaration,
  tables: readonly (Pick<ImportedTable, 'columns'> & { readonly recordSet: string })[],
): DeclaredFields {
  const declared = declaration.fields ?? {};
  const namesOf = (recordSet: string, id: string, name: string): string[] => [
    `${recordSet}/${id}`,
    `${recordSet}.${id}`,
    `${recordSet}/${name}`,
    id,
    name,
  ];
  const known = new Set(
    tables.flatMap(({ recordSet, columns }) =>
      columns.flatMap(({ id, name }) => namesOf(recordSet, id, name)),
    ),
  );
  for (const name of Object.keys(declared)) {
    if (known.has(name)) continue;
    const plain = [
      ...new Set(tables.flatMap(({ columns }) => columns.flatMap((column) => [column.id, column.name]))),
    ];
    const ids = [...new Set(tables.flatMap(({ columns }) => columns.map(({ id }) => id)))];
    const meant = nearest(name, plain);
    const order = [...new Set([...nearest(name, ids, mostOffered), ...ids])];
    const offered = order.slice(0, mostOffered).join(', ');
    const more = order.length - mostOffered;
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `The declaration describes a field "${name}", which the data do not have`,
        zh: `说明中的字段 "${name}" 在数据中不存在`,
      },
      {
        recovery: {
          en: `Name one of: ${offered}${more > 0 ? ` and ${more} more` : ''}.`,
          zh: `可用：${offered}${more > 0 ? ` 等 ${order.length} 个` : ''}。`,
        },
        details: {
          field: `fields.${name}`,
          value: name,
          did_you_mean: meant,
          valid_values: plain.slice(0, 100),
        },
      },
    );
  }
  return (recordSet, id, name) => {
    const found = namesOf(recordSet, id, name).find((one) => Object.hasOwn(declared, one));
    return found === undefined ? undefined : declared[found];
  };
}
