import type { Field, FieldStatistics, Text, Unit } from '../../../workspace/index.ts';
import { dataTypes, enumeration, qudtUnits, roleTypes, statisticTerms } from './vocabulary.ts';

type Json = Record<string, unknown>;

/** A text as JSON-LD: plain where it is English only, by language else; absent where there is none. */
export function writeText(text: Text): unknown {
  if (text.zh === undefined) return text.en;
  const zh = { '@language': 'zh', '@value': text.zh };
  return text.en === undefined ? zh : [{ '@language': 'en', '@value': text.en }, zh];
}

function writeUnit(unit: Unit): Json {
  const qudt = unit.ucum === null ? undefined : qudtUnits[unit.ucum];
  return {
    unitText: unit.symbol,
    ...(unit.ucum !== null && { unitCode: `ucum:${unit.ucum}` }),
    ...(qudt !== undefined && { 'qudt:hasUnit': `unit:${qudt}` }),
    'zhuji:unitFrom': unit.from,
  };
}

function writeStatistics(statistics: FieldStatistics, id: string): Json[] {
  return Object.entries(statisticTerms).flatMap(([name, term]) => {
    const value = statistics[name as keyof FieldStatistics];
    return value === undefined ? [] : [{ '@type': 'cr:Field', '@id': `${id}/${name}`, name, value, ...term }];
  });
}

/** What nobody said about a field and its values do not show. A text has no unit. */
export function unknownOfField(field: Field): string[] {
  const numeric = field.type === 'number' || field.type === 'integer';
  return [...(numeric && field.unit === null ? ['unit'] : []), ...(field.role === null ? ['role'] : [])];
}

const valuesId = (field: string): string => `${field}/values`;

/** Whose values a field may take: those of another field, or of a list that stands in the document. */
function writeReferences({ values, references }: Field, id: string): Json {
  if (!references) {
    return values ? { references: { field: { '@id': `${valuesId(id)}/value` } } } : {};
  }
  return {
    references: { field: { '@id': `${references.recordSet}/${references.field}` } },
    ...(values && { 'zhuji:values': values }),
  };
}

/** The list of values that a field may take, as a record set; nothing where the field itself says it. */
export function writeEnumeration(field: Field, recordSet: string): Json | undefined {
  if (!field.values || field.references) return undefined;
  const id = valuesId(`${recordSet}/${field.id}`);
  const value = `${id}/value`;
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    name: id,
    dataType: enumeration,
    key: { '@id': value },
    field: { '@type': 'cr:Field', '@id': value, name: value, dataType: dataTypes[field.type] },
    data: field.values.map((one) => ({ [value]: one })),
  };
}

/** A field as JSON-LD; `source` says where its values lie. */
export function writeField(field: Field, recordSet: string, source: Json): Json {
  const id = `${recordSet}/${field.id}`;
  const description = writeText(field.description);
  const title = field.title && writeText(field.title);
  const unknown = unknownOfField(field);
  return {
    '@type': 'cr:Field',
    '@id': id,
    name: field.name,
    ...(title !== undefined && { alternateName: title }),
    ...(description !== undefined && { description }),
    dataType: dataTypes[field.type],
    source,
    ...(field.role !== null && { additionalType: { '@id': roleTypes[field.role] } }),
    ...(field.unit && writeUnit(field.unit)),
    ...(field.range?.min !== undefined && { minValue: field.range.min }),
    ...(field.range?.max !== undefined && { maxValue: field.range.max }),
    ...writeReferences(field, id),
    ...(field.pattern !== undefined && { valuePattern: field.pattern }),
    ...(field.codeSystem !== undefined && { 'zhuji:codeSystem': field.codeSystem }),
    ...(field.interval !== undefined && { 'zhuji:interval': field.interval }),
    ...(field.classes && { 'zhuji:classes': field.classes }),
    ...(field.qualifies && {
      'zhuji:qualifies': field.qualifies.map((one) => ({ '@id': `${recordSet}/${one}` })),
    }),
    ...(unknown.length > 0 && { 'zhuji:unknown': unknown }),
    ...(field.statistics && { annotation: writeStatistics(field.statistics, id) }),
  };
}
