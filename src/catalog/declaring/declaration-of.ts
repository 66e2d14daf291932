import type { DatasetEntry, Field, RecordSet, Text } from '../../workspace/index.ts';
import type { DatasetDeclaration, FieldDeclaration, RecordSetDeclaration } from '../declaration.ts';

const filled = (text: Text | undefined): boolean => text !== undefined && Object.keys(text).length > 0;

function ofField(field: Field): FieldDeclaration {
  const {
    title,
    description,
    unit,
    role,
    range,
    values,
    pattern,
    codeSystem,
    interval,
    classes,
    qualifies,
    references,
  } = field;
  return {
    ...(title && { title }),
    ...(filled(description) && { description }),
    ...(unit?.from === 'metadata' && { unit: unit.symbol }),
    ...(role !== null && { role }),
    ...(range && { range }),
    ...(values && { values: [...values] }),
    ...(pattern !== undefined && { pattern }),
    ...(codeSystem !== undefined && { codeSystem }),
    ...(interval !== undefined && { interval }),
    ...(classes && { classes }),
    ...(qualifies && { qualifies: [...qualifies] }),
    ...(references && { references: `${references.recordSet}.${references.field}` }),
  };
}

function ofRecordSet({ title, key, declaredRows, rules }: RecordSet): RecordSetDeclaration {
  return {
    ...(filled(title) && { title }),
    ...(key && { key: [...key] }),
    ...(declaredRows !== undefined && { rows: declaredRows }),
    ...(rules && { rules: rules.map((rule) => ({ ...rule })) }),
  };
}

/**
 * What is declared of a dataset, as a declaration of another one with the same record sets and fields, e.g. a repaired
 * version. Units that the fields' names state are left to the names. Its id is left out.
 */
export function declarationOf(entry: DatasetEntry): DatasetDeclaration {
  const { title, description, keywords, version, license, maturity, resourceType, generated } = entry;
  const { creator, datePublished, provenance, card } = entry.publication ?? {};
  const said = (property: string): boolean => !entry.unknown.includes(property);
  const fields = entry.recordSets.flatMap((recordSet) =>
    recordSet.fields.map((field) => [`${recordSet.id}/${field.id}`, ofField(field)] as const),
  );
  return {
    title,
    ...(filled(description) && { description }),
    ...(keywords.length > 0 && { keywords: [...keywords] }),
    ...(version !== '' && { version }),
    ...(license !== null && { license }),
    ...(said('maturity') && { maturity }),
    ...(resourceType !== null && { resourceType }),
    ...(said('generated') && { generated }),
    ...(creator !== undefined && { creator }),
    ...(datePublished !== undefined && { datePublished }),
    ...(provenance !== undefined && { provenance }),
    ...(card && { card }),
    fields: Object.fromEntries(fields),
    recordSets: Object.fromEntries(
      entry.recordSets.map((recordSet) => [recordSet.id, ofRecordSet(recordSet)]),
    ),
  };
}
