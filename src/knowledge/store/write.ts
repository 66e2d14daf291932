import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../workspace/folder/atomic-write.ts';
import { type Manifest, manifestFile, readStored, type Stored } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** A file that no manifest names may belong to a process that is still writing; after this it does not. In ms. */
const graceTime = 15 * 60 * 1000;

/** Writes content under a name made from its own hash, so that no two processes ever write different things to one file. */
export async function writeStored(
  folder: string,
  kind: 'documents' | 'model',
  bytes: Uint8Array,
): Promise<Stored> {
  const hash = sha256(bytes);
  const file = `${kind}-${hash.slice(0, 32)}.bin`;
  const entry = { file, sha256: hash, bytes: bytes.length };
  if (!(await readStored(folder, entry))) await writeAtomically(join(folder, file), bytes);
  return entry;
}

/** Takes over a file that a library wrote itself; `write` gets the path to write to. */
export async function writeForeign(
  folder: string,
  kind: 'vectors',
  write: (path: string) => Promise<void>,
): Promise<Stored> {
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `${kind}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await write(aside);
    const bytes = await readFile(aside);
    const hash = sha256(bytes);
    const file = `${kind}-${hash.slice(0, 32)}.bin`;
    const handle = await open(aside, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(aside, join(folder, file));
    return { file, sha256: hash, bytes: bytes.length };
  } finally {
    await rm(aside, { force: true });
  }
}

/** Makes the manifest the current one, then removes what no longer belongs to any. */
export async function commitManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeAtomically(join(folder, manifestFile), JSON.stringify(manifest));
  const named = new Set([
    manifestFile,
    ...[...manifest.segments, manifest.model, manifest.vectors].flatMap((entry) =>
      entry ? [entry.file] : [],
    ),
  ]);
  for (const name of await readdir(folder)) {
    if (named.has(name) || !/^(documents?|model|vectors|manifest)[-.]/.test(name)) continue;
    const age = Date.now() - ((await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > graceTime) await rm(join(folder, name), { force: true });
  }
}
