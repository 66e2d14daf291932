import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { ZhujiError } from '../errors.ts';
import { flushFolder, writeAtomically } from './atomic-write.ts';
import { isId } from './ids.ts';
import type { Layout } from './layout.ts';

/**
 * Where a dataset is put together, aside from all that is read. `dataset` becomes the folder of the dataset, `tables`
 * that of its derived tables; the rest is thrown away.
 */
export interface Staging {
  readonly folder: string;
  readonly dataset: string;
  readonly tables: string;
}

/** Names the dataset whose place is being taken: from here on the change is finished, not undone. */
const journalName = 'commit.json';
const journalSchema = z.object({ id: z.string().refine(isId) });

const here = (): string => hostname().replace(/[^\w-]/g, '_');
const oldAge = 24 * 3600 * 1000;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function stagingAt(folder: string): Staging {
  return { folder, dataset: join(folder, 'dataset'), tables: join(folder, 'tables') };
}

const refusals = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENAMETOOLONG']);

/** What the file system refuses is the user's to settle. */
function asDenied(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && refusals.has(String(error.code)))) return error;
  return new ZhujiError(
    'denied',
    { en: `The workspace cannot be written: ${error.message}`, zh: `工作区无法写入：${error.message}` },
    {
      recovery: { en: 'Check its permissions and the space left.', zh: '请检查其权限和剩余空间。' },
      cause: error,
    },
  );
}

/** Gives `work` a staging folder, and removes it whatever happens. Errors: `denied`, and those of `work`. */
export async function withStaging<Result>(
  layout: Layout,
  work: (staging: Staging) => Promise<Result>,
): Promise<Result> {
  const staging = stagingAt(join(layout.staging, `${here()}~${process.pid}~${randomUUID()}`));
  try {
    await mkdir(staging.folder, { recursive: true });
    return await work(staging);
  } catch (error) {
    throw asDenied(error);
  } finally {
    await rm(staging.folder, { recursive: true, force: true });
  }
}

/** Moves a folder to where none was; where another process was first, its folder stays. */
export async function placeFolder(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if (!(await exists(to))) throw error;
  }
  await flushFolder(dirname(to));
}

async function takePlace(layout: Layout, staging: Staging, id: string): Promise<void> {
  const target = layout.dataset(id);
  if (await exists(target)) await rename(target, join(staging.folder, 'replaced'));
  await rename(staging.dataset, target);
  await flushFolder(layout.datasets);
}

/**
 * Puts a finished dataset in its place; to be called by the one writer. Where a dataset is replaced, a kill in between
 * is made good by {@link recoverStaging}: the new one is there in the end.
 */
export async function commitStaging(
  layout: Layout,
  staging: Staging,
  id: string,
  hash: string,
): Promise<void> {
  await mkdir(layout.datasets, { recursive: true });
  if (await exists(staging.tables)) await placeFolder(staging.tables, layout.tables(hash));
  if (await exists(layout.dataset(id)))
    await writeAtomically(join(staging.folder, journalName), JSON.stringify({ id }));
  await takePlace(layout, staging, id);
}

/** Whether whoever made a staging folder is gone. */
async function isAbandoned(folder: string): Promise<boolean> {
  const [host, pid] = basename(folder).split('~');
  const { mtimeMs } = await stat(folder);
  if (host !== here()) return Date.now() - mtimeMs > oldAge;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Staging folders that killed processes left behind. */
export async function abandonedStaging(layout: Layout): Promise<string[]> {
  const names = await readdir(layout.staging).catch(() => []);
  const found: string[] = [];
  for (const name of names) {
    const folder = join(layout.staging, name);
    if (await isAbandoned(folder).catch(() => false)) found.push(folder);
  }
  return found;
}

/** Finishes what killed processes had begun to put in place, and removes the rest; to be called by the one writer. */
export async function recoverStaging(layout: Layout): Promise<void> {
  for (const folder of await abandonedStaging(layout)) {
    const staging = stagingAt(folder);
    const journal = await readFile(join(folder, journalName), 'utf8').then(
      (text) => journalSchema.safeParse(JSON.parse(text)).data,
      () => undefined,
    );
    if (journal && (await exists(staging.dataset))) await takePlace(layout, staging, journal.id);
    await rm(folder, { recursive: true, force: true });
  }
}
