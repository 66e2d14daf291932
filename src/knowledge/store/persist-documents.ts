import { collectionHash, format, type Manifest } from './manifest.ts';
import { type Held, storeDocuments } from './segments.ts';
import { commitManifest } from './write.ts';

/** Where the index cannot be stored, it lives in memory. */
const readOnly = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR']);

/** What `write` gives, or `otherwise` where the folder cannot be written. */
export async function whereWritable<T>(otherwise: T, write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && readOnly.has(String(error.code))) return otherwise;
    throw error;
  });
}

const namesOf = (held: readonly Held[]) =>
  held.map(({ document: { path, entry } }) => ({ path, id: entry.id, hash: entry.hash }));

export const hashOf = (held: readonly Held[]): string => collectionHash(namesOf(held));

/** Stores documents and makes them the current index, with what was derived from exactly these. */
export async function persistDocuments(
  folder: string,
  documents: readonly Held[],
  derived: Pick<Manifest, 'model' | 'vectors'> = { model: null, vectors: null },
): Promise<Held[]> {
  const held = await storeDocuments(folder, documents);
  await commitManifest(folder, {
    format,
    hash: hashOf(held),
    segments: [...new Set(held.flatMap(({ segment }) => segment ?? []))],
    documents: namesOf(held),
    ...derived,
  });
  return held;
}
