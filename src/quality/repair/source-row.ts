import type { DatasetEntry, Field, RecordSet } from '../../workspace/index.ts';

const id = 'source_row';

/**
 * The field that says where each record of a repaired table stood in the table it came from, or in the first of a row of repairs;
 * `undefined` where there is none. Such a field tells nothing about the records themselves.
 */
export function sourceRowOf(entry: DatasetEntry, { fields }: RecordSet): Field | undefined {
  if (!entry.publication?.derivation) return undefined;
  return fields.find((field) => field.id === id && field.type === 'integer' && field.role === 'identifier');
}

/** An id for such a field that the table does not have. */
export function freeSourceRow({ fields }: RecordSet): string {
  const taken = new Set(fields.map((field) => field.id));
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}_${n}`;
  return free;
}

/** Fields that say something of the records, by which they are equal or not; `undefined`: all of them. */
export function comparedFields(entry: DatasetEntry, recordSet: RecordSet): readonly string[] | undefined {
  const sourceRow = sourceRowOf(entry, recordSet);
  return sourceRow && recordSet.fields.filter((field) => field !== sourceRow).map((field) => field.id);
}
