import type { IndexOptions, IndexReport } from './contract.ts';
import { persist } from './persist.ts';
import { prepare } from './prepare.ts';

/**
 * Builds the index, or brings it up to date: only new and changed documents are read. A kill at any moment leaves the
 * last good index. Errors: `cancelled`.
 */
export async function indexKnowledge(options: IndexOptions): Promise<IndexReport> {
  const prepared = await prepare(options, { thorough: true });
  if (!prepared.stored) await persist(options.indexFolder, prepared);
  const { refreshed, documents, lesson, index } = prepared;
  const { held, read, removed, problems, hash } = refreshed;
  return {
    hash,
    documents: held.length,
    passages: documents.reduce((sum, { passages }) => sum + passages.length, 0),
    read,
    kept: held.length - read,
    removed,
    problems,
    vectors: {
      kind: index?.kind ?? 'none',
      dimension: index?.dimension ?? 0,
      weight: lesson?.weight ?? 0,
    },
  };
}
