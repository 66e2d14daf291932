import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Layout, resolveInside, sha256OfFile, writeAtomically } from '../../workspace/folder/index.ts';
import { type DatasetEntry, ZhujiError } from '../../workspace/index.ts';

/** Size and times of files whose hashes were found right: while these stay, the files need not be read again. */
const stampSchema = z.object({ hash: z.string(), files: z.record(z.string(), z.string()) });

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ctimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function stale(entry: DatasetEntry, path: string, en: string, zh: string, cause?: unknown): ZhujiError {
  return new ZhujiError(
    'stale',
    { en: `Dataset "${entry.id}": the file ${path} ${en}`, zh: `数据集 "${entry.id}"：文件 ${path} ${zh}` },
    {
      recovery: {
        en: `Put the file back, or describe the dataset anew: zhuji add <file> --id ${entry.id} --replace.`,
        zh: `请恢复该文件，或重新描述数据集：zhuji add <文件> --id ${entry.id} --replace。`,
      },
      details: { dataset: entry.id, file: path, hash: entry.hash },
      cause,
    },
  );
}

/**
 * Sees that the files of a dataset are those that its metadata describe. A file is read only where its size or times
 * differ from when it was last found right. Errors: `stale` for a file that changed or is gone, `denied` for a link that leads out.
 */
export async function checkFreshness(
  layout: Layout,
  entry: DatasetEntry,
  signal?: AbortSignal,
): Promise<void> {
  const folder = layout.dataset(entry.id);
  const note = join(layout.derived, 'stamps', `${entry.id}.json`);
  const known = await readFile(note, 'utf8').then(
    (text) => stampSchema.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  const stamps: Record<string, string> = {};
  let read = false;
  for (const { path, sha256 } of entry.files) {
    const file = await resolveInside(folder, path).catch((error: unknown) => {
      if (ZhujiError.is(error) && error.code === 'denied') throw error;
      throw stale(entry, path, 'is gone', '已不存在', error);
    });
    const stamp = await stampOf(file);
    stamps[path] = stamp;
    if (known?.hash === entry.hash && known.files[path] === stamp) continue;
    read = true;
    if ((await sha256OfFile(file, signal)) !== sha256) {
      throw stale(entry, path, 'changed since it was described', '在描述之后已被修改');
    }
  }
  if (!read) return;
  // Where the folder is read-only the files are read again next time.
  await writeAtomically(note, JSON.stringify({ hash: entry.hash, files: stamps })).catch(() => {});
}
