import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorCode, ZhujiError } from '../workspace/index.ts';
import type { DocumentProblem, IndexOptions } from './contract.ts';
import { type DocumentFile, listDocuments } from './documents/files.ts';
import { indexDocument } from './documents/index-document.ts';
import type { IndexedDocument } from './documents/indexed.ts';
import { loaderFor } from './loaders/index.ts';
import { collectionHash, type Manifest, readManifest, readStored, type Stored } from './store/manifest.ts';
import { sha256 } from './store/sha256.ts';

export interface Refreshed {
  readonly documents: readonly IndexedDocument[];
  readonly problems: readonly DocumentProblem[];
  readonly hash: string;
  /** The index as it was found. */
  readonly before: Manifest | undefined;
  /** Where a document that was taken over is stored, by path. */
  readonly kept: ReadonlyMap<string, Stored>;
  readonly removed: number;
}

const problemCodes: readonly ErrorCode[] = ['unreadable_file', 'invalid_metadata'];

function asProblem(path: string, error: unknown): DocumentProblem {
  if (!ZhujiError.is(error) || !problemCodes.includes(error.code)) throw error;
  return { path, error };
}

async function takeOver(
  indexFolder: string,
  file: DocumentFile,
  hash: string,
  before: Manifest | undefined,
): Promise<{ document: IndexedDocument; stored: Stored } | undefined> {
  const found = before?.documents.find(
    (known) => known.path === file.path && known.id === file.id && known.hash === hash,
  );
  const bytes = found && (await readStored(indexFolder, found));
  if (!found || !bytes) return undefined;
  const { file: name, sha256: checksum, bytes: size } = found;
  const document: IndexedDocument = JSON.parse(new TextDecoder().decode(bytes));
  return { document, stored: { file: name, sha256: checksum, bytes: size } };
}

/** The documents as they are now. Their bytes are always hashed, but only new and changed ones are read and cut. */
export async function refresh(options: IndexOptions): Promise<Refreshed> {
  const { folder, indexFolder, onProgress, signal } = options;
  const before = await readManifest(indexFolder);
  const { files, problems } = await listDocuments(folder);
  const documents: IndexedDocument[] = [];
  const kept = new Map<string, Stored>();
  for (const [done, file] of files.entries()) {
    if (signal?.aborted)
      throw new ZhujiError('cancelled', { en: 'Indexing was cancelled.', zh: '建立索引已取消。' });
    onProgress?.({ task: 'documents', done, total: files.length });
    const loader = loaderFor(file.path);
    if (!loader) continue;
    try {
      const bytes = await readFile(join(folder, file.path));
      const known = await takeOver(indexFolder, file, sha256(bytes), before);
      if (known) kept.set(file.path, known.stored);
      documents.push(known?.document ?? (await indexDocument(file, loader, bytes)));
    } catch (error) {
      problems.push(asProblem(file.path, error));
    }
  }
  onProgress?.({ task: 'documents', done: files.length, total: files.length });
  const paths = new Set(documents.map(({ path }) => path));
  return {
    documents,
    problems,
    hash: collectionHash(documents.map(({ path, entry }) => ({ path, id: entry.id, hash: entry.hash }))),
    before,
    kept,
    removed: before?.documents.filter(({ path }) => !paths.has(path)).length ?? 0,
  };
}
