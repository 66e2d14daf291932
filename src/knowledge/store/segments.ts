import type { IndexedDocument } from '../documents/indexed.ts';
import type { Manifest, Segment } from './manifest.ts';
import { readStored } from './manifest.ts';
import { decodeSegment, encodeSegment } from './segment-file.ts';
import { writeStored } from './write.ts';

/** A document, and the file that holds it once it is stored. */
export interface Held {
  readonly document: IndexedDocument;
  readonly segment?: Segment;
}

/** Characters that one file holds, about: written in some 30 ms, in which nothing else runs. */
export const largest = 150_000;

type Known = Pick<Manifest['documents'][number], 'path' | 'id' | 'hash'>;
export const keyOf = ({ path, id, hash }: Known): string => JSON.stringify([path, id, hash]);
export const keyOfDocument = ({ path, entry }: IndexedDocument): string => keyOf({ path, ...entry });

/** All documents of the index by their keys; those in a file that is missing or damaged are left out. */
export async function readSegments(
  folder: string,
  manifest: Manifest | undefined,
): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>();
  const wanted = new Set(manifest?.documents.map(keyOf));
  for (const segment of manifest?.segments ?? []) {
    const bytes = await readStored(folder, segment);
    for (const document of bytes ? decodeSegment(bytes) : []) {
      const key = keyOfDocument(document);
      if (wanted.has(key)) held.set(key, { document, segment });
    }
  }
  return held;
}

const charactersOf = (documents: readonly Held[]): number =>
  documents.reduce((sum, { document }) => sum + document.text.length, 0);

function bySegment(held: readonly Held[]): Map<Segment | undefined, Held[]> {
  const groups = new Map<Segment | undefined, Held[]>();
  for (const one of held) {
    const group = groups.get(one.segment) ?? [];
    groups.set(one.segment, group);
    group.push(one);
  }
  return groups;
}

/** The files that are written anew with what is not stored yet: small ones, so that they stay few, and half empty ones. */
function rewritten(held: readonly Held[]): Held[] {
  const groups = bySegment(held);
  const chosen = groups.get(undefined) ?? [];
  groups.delete(undefined);
  let size = charactersOf(chosen);
  const sized = [...groups].map(([segment, group]) => [segment, group, charactersOf(group)] as const);
  for (const [segment, group, alive] of sized.sort((a, b) => a[2] - b[2])) {
    const small = alive <= 2 * size && alive < largest / 2;
    if (!small && alive > (segment?.characters ?? 0) / 2) continue;
    chosen.push(...group);
    size += alive;
  }
  return chosen;
}

/** Stores what is not stored yet, and says where everything is now, in the order given. */
export async function storeDocuments(folder: string, held: readonly Held[]): Promise<Held[]> {
  const place = new Map<IndexedDocument, Segment>();
  let open: Held[] = [];
  const write = async () => {
    if (open.length === 0) return;
    const documents = open.map(({ document }) => document);
    const stored = await writeStored(folder, 'documents', encodeSegment(documents));
    const segment = { ...stored, characters: charactersOf(open) };
    for (const document of documents) place.set(document, segment);
    open = [];
  };
  for (const one of rewritten(held)) {
    open.push(one);
    if (charactersOf(open) >= largest) await write();
  }
  await write();
  return held.map((one) => ({ ...one, segment: place.get(one.document) ?? one.segment }) as Held);
}
