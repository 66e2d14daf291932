import type { SourceColumn } from '../../tables/index.ts';
import { ucumCode } from '../../tables/units.ts';
import type { Field, Text, Unit } from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import type { CroissantRecordSet } from '../formats/croissant/index.ts';

export type FieldDeclaration = NonNullable<DatasetDeclaration['fields']>[string];
export type MetadataField = CroissantRecordSet['fields'][number];

/** A declared text without the members that are absent. */
export function declaredText(
  text: { zh?: string | undefined; en?: string | undefined } | undefined,
): Text | undefined {
  if (!text) return undefined;
  const { zh, en } = text;
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) };
}

function declaredUnit(symbol: string): Unit {
  return { symbol, ucum: ucumCode(symbol) ?? null, from: 'metadata' };
}

/** A column as a field: what the publisher declares stands before what metadata say, and that before what the file shows. */
export function describeField(
  column: SourceColumn,
  declaration: FieldDeclaration | undefined,
  metadata: MetadataField | undefined,
  key: readonly string[],
): Field {
  const title = declaredText(declaration?.title) ?? metadata?.title;
  const range = declaration?.range;
  const declaredRange = range && {
    ...(range.min !== undefined && { min: range.min }),
    ...(range.max !== undefined && { max: range.max }),
  };
  const valid = declaredRange ?? metadata?.range;
  const identifies = metadata !== undefined && key.includes(metadata.id) ? 'identifier' : null;
  return {
    id: column.id,
    name: column.name,
    ...(title && { title }),
    description: declaredText(declaration?.description) ?? metadata?.description ?? {},
    type: column.type,
    unit: declaration?.unit === undefined ? (metadata?.unit ?? column.unit) : declaredUnit(declaration.unit),
    role: declaration?.role ?? metadata?.role ?? identifies,
    ...(valid && { range: valid }),
    statistics: column.statistics,
  };
}
