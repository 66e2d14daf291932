import type { Refreshed } from './refresh.ts';
import { format } from './store/manifest.ts';
import { commitManifest, writeStored } from './store/write.ts';

/** Stores what is new and makes it the current index. Other processes keep reading the one they opened. */
export async function persist(indexFolder: string, refreshed: Refreshed): Promise<void> {
  const documents = [];
  for (const document of refreshed.documents) {
    const { path, entry } = document;
    const stored =
      refreshed.kept.get(path) ?? (await writeStored(indexFolder, 'document', JSON.stringify(document)));
    documents.push({ ...stored, path, id: entry.id, hash: entry.hash });
  }
  await commitManifest(indexFolder, {
    format,
    hash: refreshed.hash,
    documents,
    model: null,
    vectors: null,
  });
}
