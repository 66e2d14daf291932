import type { IndexOptions, IndexReport } from './contract.ts';
import { persist } from './persist.ts';
import { refresh } from './refresh.ts';

/** Builds the index, or brings it up to date: only new and changed documents are read. Errors: `cancelled`. */
export async function indexKnowledge(options: IndexOptions): Promise<IndexReport> {
  const refreshed = await refresh(options);
  await persist(options.indexFolder, refreshed);
  const { documents, kept, removed, problems, hash } = refreshed;
  return {
    hash,
    documents: documents.length,
    passages: documents.reduce((sum, document) => sum + document.passages.length, 0),
    read: documents.length - kept.size,
    kept: kept.size,
    removed,
    problems,
    vectors: { kind: 'none', dimension: 0, weight: 0 },
  };
}
