import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { flushFolder, writeAtomically } from '../../workspace/folder/index.ts';
import { ZhujiError } from '../../workspace/index.ts';

const manifestName = 'manifest.json';
const kind = 'zhuji-evidence-bundle';
const manifestSchema = z.object({ kind: z.literal(kind) });

/** What a bundle is about; stands in its manifest. */
export interface BundleSubject {
  readonly standard: string;
  readonly dataset: { readonly id: string; readonly hash: string };
  readonly tool: string;
  readonly measuredAt: string;
}

/** `files` with a manifest of their sizes and SHA-256, and a list that `sha256sum -c` can check. */
export function withManifest(
  subject: BundleSubject,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const listed = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.byteLength(text),
    sha256: hashOf(text),
  }));
  const manifest = `${JSON.stringify({ kind, bundleVersion: '1', ...subject, files: listed }, null, 2)}\n`;
  const sums = [...listed, { path: manifestName, sha256: hashOf(manifest) }];
  return {
    ...files,
    [manifestName]: manifest,
    SHA256SUMS: sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
  };
}

type Place = 'free' | 'empty' | 'bundle';

async function placeAt(folder: string): Promise<Place> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'free';
    throw error;
  }
  if (names.length === 0) return 'empty';
  const manifest = await readFile(join(folder, manifestName), 'utf8').then(
    (text) => manifestSchema.safeParse(JSON.parse(text)).success,
    () => false,
  );
  if (manifest) return 'bundle';
  throw new ZhujiError(
    'already_exists',
    {
      en: `${folder} holds something else than an evidence bundle`,
      zh: `${folder} 中已有其他内容，不是证据包`,
    },
    {
      recovery: { en: 'Name a folder that is new or empty.', zh: '请指定新的或空的文件夹。' },
      details: { folder },
    },
  );
}

/**
 * Writes a bundle as a whole or not at all: beside its place, then renamed. An earlier bundle there is replaced; anything else
 * stays. Errors: `already_exists`.
 */
export async function writeBundle(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await placeAt(folder);
  const parent = dirname(folder);
  const aside = join(parent, `.${basename(folder)}-${randomUUID()}`);
  const replaced = `${aside}-replaced`;
  try {
    await mkdir(aside, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeAtomically(join(aside, name), text);
    const place = await placeAt(folder);
    if (place !== 'free') await rename(folder, replaced);
    try {
      await rename(aside, folder);
    } catch (error) {
      if (place !== 'free') await rename(replaced, folder);
      throw error;
    }
    await flushFolder(parent);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  await rm(replaced, { recursive: true, force: true });
}
