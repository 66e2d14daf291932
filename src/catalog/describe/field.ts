import type { SourceColumn } from '../../tables/index.ts';
import type { Field } from '../../workspace/index.ts';
import type { CroissantRecordSet } from '../formats/croissant/index.ts';

export type MetadataField = CroissantRecordSet['fields'][number];

/** A column as a field: what metadata say stands before what the file shows. References are the dataset's to translate. */
export function describeField(
  column: SourceColumn,
  metadata: MetadataField | undefined,
  key: readonly string[],
): Field {
  const identifies =
    metadata !== undefined && key.length === 1 && key[0] === metadata.id ? 'identifier' : null;
  const { title, range, values, pattern, codeSystem, interval, classes } = metadata ?? {};
  return {
    id: column.id,
    name: column.name,
    ...(title && { title }),
    description: metadata?.description ?? {},
    type: column.type,
    unit: metadata?.unit ?? column.unit,
    role: metadata?.role ?? identifies,
    ...(range && { range }),
    ...(values && { values }),
    ...(pattern !== undefined && { pattern }),
    ...(codeSystem !== undefined && { codeSystem }),
    ...(interval !== undefined && { interval }),
    ...(classes && { classes }),
    statistics: column.statistics,
  };
}
