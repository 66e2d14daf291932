import { join } from 'node:path';
import type { IndexOptions } from './contract.ts';
import type { IndexedDocument } from './documents/indexed.ts';
import { type Lesson, learn } from './learn.ts';
import { type Refreshed, refresh } from './refresh.ts';
import { readStored } from './store/manifest.ts';
import { decodeLearnt } from './store/model-file.ts';
import { persistDocuments, whereWritable } from './store/persist-documents.ts';
import { choosePlug } from './vectors/choose.ts';
import { exactPlug } from './vectors/exact.ts';
import type { VectorIndex } from './vectors/vector-index.ts';

/** The collection as it is now, with what was learnt from exactly these documents. */
export interface Prepared {
  readonly refreshed: Refreshed;
  readonly documents: readonly IndexedDocument[];
  readonly lesson: Lesson | undefined;
  readonly index: VectorIndex | undefined;
  /** Whether all of it was in the index folder already. */
  readonly stored: boolean;
}

async function storedLesson({ before, hash }: Refreshed, folder: string): Promise<Lesson | undefined> {
  if (!before?.model || before.hash !== hash) return undefined;
  const bytes = await readStored(folder, before.model);
  const learnt = bytes && decodeLearnt(bytes);
  return learnt && { ...learnt, weight: before.model.weight, floor: before.model.floor };
}

async function storedIndex(
  { before }: Refreshed,
  folder: string,
  { vectors }: Lesson,
): Promise<VectorIndex | undefined> {
  const entry = before?.vectors;
  if (!entry || entry.dimension !== vectors.dimension || entry.count !== vectors.count) return undefined;
  const plug = await choosePlug(vectors.count, 0);
  if (!plug.read || !(await readStored(folder, entry))) return undefined;
  return plug.read(join(folder, entry.file), vectors);
}

/**
 * Brings everything up to date in memory. An approximate vector index takes long to build and is built only where
 * `thorough`; without it the exact one serves.
 */
export async function prepare(
  options: IndexOptions,
  { thorough, approximateFrom }: { readonly thorough: boolean; readonly approximateFrom?: number },
): Promise<Prepared> {
  const { indexFolder } = options;
  const refreshed = await refresh(options, (held) =>
    whereWritable(held, () => persistDocuments(indexFolder, held)),
  );
  const { before, hash, held, read } = refreshed;
  const documents = held.map(({ document }) => document);
  const known = await storedLesson(refreshed, options.indexFolder);
  const current = before?.hash === hash && read === 0;
  const complete = current && (before?.model === null || known !== undefined);
  const lesson = known ?? (complete ? undefined : await learn(documents, options));
  if (!lesson) return { refreshed, documents, lesson, index: undefined, stored: complete };
  const found = known && (await storedIndex(refreshed, options.indexFolder, lesson));
  if (found) return { refreshed, documents, lesson, index: found, stored: complete };
  const { signal, onProgress } = options;
  const { vectors } = lesson;
  const plug = thorough ? await choosePlug(vectors.count, approximateFrom) : exactPlug;
  const index = await plug.build(vectors, {
    ...(signal && { signal }),
    onProgress: (done) => onProgress?.({ task: 'vectors', done, total: vectors.count }),
  });
  return { refreshed, documents, lesson, index, stored: complete && !index.write };
}
