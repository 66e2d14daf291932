import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ErrorCode, ZhujiError } from '../workspace/index.ts';
import type { DocumentProblem, IndexOptions } from './contract.ts';
import { listDocuments } from './documents/files.ts';
import { indexDocument } from './documents/index-document.ts';
import type { IndexedDocument } from './documents/indexed.ts';
import { loaderFor } from './loaders/index.ts';
import { type Manifest, readManifest } from './store/manifest.ts';
import { hashOf } from './store/persist-documents.ts';
import { type Held, keyOf, largest, readSegments } from './store/segments.ts';
import { sha256 } from './store/sha256.ts';

export interface Refreshed {
  readonly held: readonly Held[];
  readonly problems: readonly DocumentProblem[];
  readonly hash: string;
  /** The index as it was found. */
  readonly before: Manifest | undefined;
  /** How many documents were read because they are new or changed. */
  readonly read: number;
  readonly removed: number;
}

const problemCodes: readonly ErrorCode[] = ['unreadable_file', 'invalid_metadata', 'too_large'];

function asProblem(path: string, error: unknown): DocumentProblem {
  if (!ZhujiError.is(error) || !problemCodes.includes(error.code)) throw error;
  return { path, error };
}

/** Pages that are missing from a document that is served. */
function missingPages({ path, withoutText }: IndexedDocument): DocumentProblem[] {
  if (!withoutText) return [];
  const pages = withoutText.slice(0, 20).join(', ') + (withoutText.length > 20 ? ', …' : '');
  const error = new ZhujiError(
    'unreadable_file',
    {
      en: `${path}: ${withoutText.length} of its pages hold no text (${pages}); the others are served.`,
      zh: `${path}：有 ${withoutText.length} 页没有文字层（${pages}），其余页面可正常检索。`,
    },
    {
      recovery: {
        en: 'Run text recognition (OCR) on it, and save it with the text.',
        zh: '请先进行文字识别（OCR），并保存为带文字层的文件。',
      },
      details: { file: path, pages: withoutText },
    },
  );
  return [{ path, error }];
}

/**
 * The documents as they are now. Their bytes are always hashed, but only new and changed ones are read and cut. Where a lot
 * is read, `store` gets what there is so far and gives it back with its places.
 */
export async function refresh(
  options: IndexOptions,
  store: (held: readonly Held[]) => Promise<readonly Held[]>,
): Promise<Refreshed> {
  const { folder, indexFolder, onProgress, signal } = options;
  const before = await readManifest(indexFolder);
  const known = await readSegments(indexFolder, before);
  const { files, problems } = await listDocuments(folder);
  let held: Held[] = [];
  let [read, unstored] = [0, 0];
  // What was not looked at yet stays in the index as it was.
  const later = new Map([...known].map(([, one]) => [one.document.path, one]));
  for (const [done, file] of files.entries()) {
    if (signal?.aborted)
      throw new ZhujiError('cancelled', { en: 'Indexing was cancelled.', zh: '建立索引已取消。' });
    onProgress?.({ task: 'documents', done, total: files.length });
    const loader = loaderFor(file.path);
    if (!loader) continue;
    later.delete(file.path);
    try {
      const bytes = await readFile(join(folder, file.path));
      const found = known.get(keyOf({ ...file, hash: sha256(bytes) }));
      if (found) {
        problems.push(...missingPages(found.document));
        held.push(found);
        continue;
      }
      const document = await indexDocument(file, loader, bytes);
      problems.push(...missingPages(document));
      held.push({ document });
      read += 1;
      unstored += document.text.length;
    } catch (error) {
      problems.push(asProblem(file.path, error));
    }
    if (unstored >= largest) {
      held = (await store([...held, ...later.values()])).slice(0, held.length);
      unstored = 0;
    }
  }
  onProgress?.({ task: 'documents', done: files.length, total: files.length });
  const paths = new Set(held.map(({ document }) => document.path));
  return {
    held,
    problems,
    hash: hashOf(held),
    before,
    read,
    removed: before?.documents.filter(({ path }) => !paths.has(path)).length ?? 0,
  };
}
