import type { IndexOptions, OpenedKnowledge } from './contract.ts';
import { persist } from './persist.ts';
import { readPart } from './read.ts';
import { refresh } from './refresh.ts';
import { buildCollection } from './search/collection.ts';
import { searchCollection } from './search/search-collection.ts';

/** Where the index cannot be stored, it lives in memory. */
const readOnly = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC']);

/**
 * Opens the documents for search. Every file is compared with the index by its hash; what is missing or stale is built
 * at once, and stored where the folder can be written.
 */
export async function openKnowledge(options: IndexOptions): Promise<OpenedKnowledge> {
  const refreshed = await refresh(options);
  if (refreshed.hash !== refreshed.before?.hash && refreshed.documents.length > 0) {
    await persist(options.indexFolder, refreshed).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && readOnly.has(String(error.code)))) throw error;
    });
  }
  const collection = buildCollection(refreshed.documents);
  const entries = refreshed.documents.map(({ entry }) => entry);
  return {
    documents: () => entries,
    problems: () => refreshed.problems,
    search: (search) => searchCollection(collection, search),
    read: async (document, part) => readPart(collection.document(document), part),
    close: async () => {},
  };
}
