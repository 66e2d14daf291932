import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../workspace/folder/atomic-write.ts';
import { type Manifest, manifestFile, readStored, type Stored } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** A file that no manifest names may belong to a process that is still writing; after this it does not. In ms. */
const graceTime = 15 * 60 * 1000;

/** Writes content under a name made from its own hash, so that no two processes ever write different things to one file. */
export async function writeStored(
  folder: string,
  kind: 'document' | 'model',
  content: string | Uint8Array,
): Promise<Stored> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const hash = sha256(bytes);
  const file = `${kind}-${hash.slice(0, 32)}.${kind === 'document' ? 'json' : 'bin'}`;
  const entry = { file, sha256: hash, bytes: bytes.length };
  if (!(await readStored(folder, entry))) await writeAtomically(join(folder, file), bytes);
  return entry;
}

/** Makes the manifest the current one, then removes what no longer belongs to any. */
export async function commitManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeAtomically(join(folder, manifestFile), JSON.stringify(manifest));
  const named = new Set([
    manifestFile,
    ...[...manifest.documents, manifest.model, manifest.vectors].flatMap((entry) =>
      entry ? [entry.file] : [],
    ),
  ]);
  for (const name of await readdir(folder)) {
    if (named.has(name) || !/^(document|model|vectors|manifest)[-.]/.test(name)) continue;
    const age = Date.now() - ((await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > graceTime) await rm(join(folder, name), { force: true });
  }
}
