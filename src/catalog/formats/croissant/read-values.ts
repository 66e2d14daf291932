import { z } from 'zod';
import type { Field } from '../../../workspace/index.ts';
import { textOf, textsOf, valuesOf } from './access.ts';
import { compact } from './context-terms.ts';
import { type CroissantModel, type FieldModel, type RecordSetModel, referencesOf } from './model.ts';
import { enumeration } from './vocabulary.ts';

const scalars = z.array(z.union([z.string(), z.number(), z.boolean()])).min(1);

/** A list of allowed values that stands in the document itself. */
export function isEnumeration({ node }: RecordSetModel): boolean {
  return (
    textsOf(node, 'cr:dataType').map(compact).includes(enumeration) && valuesOf(node, 'cr:data').length > 0
  );
}

/** Id of a field within its record set. */
export function idWithin(key: string, recordSet: string): string {
  const prefix = `${recordSet}/`;
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

/** The field of a record set that tells its records apart. */
function keyField({ node, fields }: RecordSetModel): FieldModel | undefined {
  const keys = referencesOf(node, 'cr:key', 'sc:key').map(({ target }) => target);
  if (keys.length > 1) return undefined;
  return fields.find(({ key }) => key === keys[0]) ?? (fields.length === 1 ? fields[0] : undefined);
}

function listed({ node }: RecordSetModel, field: FieldModel): Field['values'] {
  const name = textOf(field.node, 'sc:name') ?? '';
  const values = valuesOf(node, 'cr:data').flatMap((data): unknown[] => {
    if (data.kind !== 'json') return [];
    const records: unknown[] = Array.isArray(data.value) ? data.value : [data.value];
    return records.map((record) =>
      typeof record === 'object' && record !== null
        ? (Reflect.get(record, field.key) ?? Reflect.get(record, name))
        : undefined,
    );
  });
  return scalars.safeParse(values).data;
}

/** What a field may take its values from: a list in the document, or another field. Both where this project wrote it. */
export function readReferences(
  { node }: FieldModel,
  { targets }: CroissantModel,
): Pick<Field, 'values' | 'references'> {
  const [own] = valuesOf(node, 'zhuji:values');
  const stated = own?.kind === 'json' ? scalars.safeParse(own.value).data : undefined;
  const target = referencesOf(node, 'cr:references')[0]?.target;
  const found = target === undefined ? undefined : targets.get(target);
  const recordSet = found && found.kind !== 'resource' ? found.recordSet : undefined;
  const field = found?.kind === 'field' ? found.field : recordSet && keyField(recordSet);
  const values = recordSet && field && isEnumeration(recordSet) ? listed(recordSet, field) : stated;
  return {
    ...(values && { values }),
    ...(recordSet &&
      field &&
      !isEnumeration(recordSet) && {
        references: { recordSet: recordSet.key, field: idWithin(field.key, recordSet.key) },
      }),
  };
}
