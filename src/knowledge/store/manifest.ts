import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from './sha256.ts';

/**
 * Changes whenever stored terms or passages would come out differently. The segmenter's dictionary belongs to ICU: terms
 * of another version would not meet those of a question.
 */
export const format = `5 icu${process.versions['icu'] ?? ''} unicode${process.versions['unicode'] ?? ''}`;

/** A file of the index folder with its checksum: libraries accept damaged or foreign files without a word. */
const stored = z.object({ file: z.string().regex(/^[\w.-]+$/), sha256: z.string(), bytes: z.number() });
export type Stored = z.output<typeof stored>;

const segment = stored.extend({ characters: z.number() });
/** A file that holds many documents; some of them may be of no use any more. */
export type Segment = z.output<typeof segment>;

const manifest = z.object({
  format: z.string(),
  /** Over all documents: what the model and the vectors were derived from. */
  hash: z.string(),
  segments: z.array(segment),
  documents: z.array(z.object({ path: z.string(), id: z.string(), hash: z.string() })),
  model: stored.extend({ weight: z.number(), floor: z.number() }).nullable(),
  vectors: stored.extend({ dimension: z.number(), count: z.number() }).nullable(),
});
export type Manifest = z.output<typeof manifest>;

export const manifestFile = 'manifest.json';

/** What the index folder holds, or undefined where it holds none that can be used. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const found = manifest.safeParse(JSON.parse(await readFile(join(folder, manifestFile), 'utf8')));
    return found.success && found.data.format === format ? found.data : undefined;
  } catch {
    return undefined;
  }
}

/** The file's bytes, or undefined where it is missing or not what the manifest says. */
export async function readStored(folder: string, entry: Stored): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(folder, entry.file)).catch(() => undefined);
  return bytes && bytes.length === entry.bytes && sha256(bytes) === entry.sha256 ? bytes : undefined;
}

/** Hash of a collection: paths, ids and contents of its documents. */
export function collectionHash(documents: readonly { path: string; id: string; hash: string }[]): string {
  return sha256(JSON.stringify([format, documents.map(({ path, id, hash }) => [path, id, hash])]));
}
