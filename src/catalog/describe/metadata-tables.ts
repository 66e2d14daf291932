import type { CroissantMetadata, CroissantRecordSet } from '../formats/croissant/index.ts';

/** The files that the fields of a record set are taken from, straight. */
function filesOf(recordSet: CroissantRecordSet): Set<string> {
  return new Set(recordSet.fields.flatMap((field) => field.sources));
}

/**
 * The record set of a Croissant document that describes the table of a file: the one that takes all its fields from it,
 * and the one with most fields where several do. Joined and nested record sets describe no table.
 */
export function recordSetOf(metadata: CroissantMetadata, file: string): CroissantRecordSet | undefined {
  return metadata.recordSets
    .filter((recordSet) => {
      const files = filesOf(recordSet);
      return files.size === 1 && files.has(file);
    })
    .toSorted((a, b) => b.fields.length - a.fields.length)[0];
}

/** Ids of the record sets that describe no table of these files. */
export function leftOut(metadata: CroissantMetadata, files: readonly string[]): string[] {
  const used = new Set(files.flatMap((file) => recordSetOf(metadata, file)?.id ?? []));
  return metadata.recordSets.map(({ id }) => id).filter((id) => !used.has(id));
}
