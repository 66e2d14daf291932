import type { IndexOptions, OpenedKnowledge } from './contract.ts';
import { lsaEmbedder } from './embedding/lsa.ts';
import { persist } from './persist.ts';
import { type Prepared, prepare } from './prepare.ts';
import { readPart } from './read.ts';
import { buildCollection } from './search/collection.ts';
import { searchCollection } from './search/search-collection.ts';
import type { Semantic } from './search/semantic.ts';
import { whereWritable } from './store/persist-documents.ts';

function semanticOf({ lesson, index, refreshed }: Prepared): Semantic | undefined {
  if (!lesson || !index) return undefined;
  const embedder = lsaEmbedder(lesson.model, refreshed.hash);
  return { weight: lesson.weight, floor: lesson.floor, vectors: lesson.vectors, index, embedder };
}

/**
 * Opens the documents for search. Every file is compared with the index by its hash; what is missing or stale is built
 * at once, and stored where the folder can be written.
 */
export async function openKnowledge(options: IndexOptions): Promise<OpenedKnowledge> {
  const prepared = await prepare(options, { thorough: false });
  const { documents } = prepared;
  const { problems } = prepared.refreshed;
  if (!prepared.stored && documents.length > 0)
    await whereWritable(undefined, () => persist(options.indexFolder, prepared));
  const collection = buildCollection(documents, semanticOf(prepared));
  const entries = documents.map(({ entry }) => entry);
  return {
    documents: () => entries,
    problems: () => problems,
    search: (search) => searchCollection(collection, search),
    read: async (document, part) => readPart(collection.document(document), part),
    close: async () => {},
  };
}
