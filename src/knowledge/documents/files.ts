import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { idFrom } from '../../workspace/folder/ids.ts';
import { ZhujiError } from '../../workspace/index.ts';
import type { DocumentProblem } from '../contract.ts';
import { documentLoaders, loaderFor } from '../loaders/index.ts';

export interface DocumentFile {
  readonly path: string;
  readonly id: string;
}

/** Of a document, where its loader says nothing else. */
const mostBytes = 32 * 1024 * 1024;

/** Links are not followed: what is served lies in the folder. */
async function filesBelow(folder: string, under = ''): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && under === '') return [];
    throw error;
  });
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

/** Path without extension, `/` as `.`; in lower case and with `-` for what an id cannot hold. */
function idOf(path: string): string {
  const parts = path.split('/');
  return parts.map((part, i) => idFrom(i < parts.length - 1 ? `${part}.x` : part, 'document')).join('.');
}

function ids(paths: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const found = new Map<string, string>();
  for (const path of paths) {
    const id = idOf(path);
    let free = id;
    for (let n = 2; taken.has(free); n++) free = `${id}_${n}`;
    taken.add(free);
    found.set(path, free);
  }
  return found;
}

function unsupported(path: string): DocumentProblem {
  const known = documentLoaders.flatMap((loader) => loader.extensions).join(', ');
  const error = new ZhujiError(
    'unsupported_format',
    {
      en: `${path} is of a format that is not read; known are ${known}.`,
      zh: `${path} 的格式不受支持，可读取 ${known}。`,
    },
    {
      recovery: {
        en: 'Save it in one of these formats beside the original.',
        zh: '请在原文件旁另存一份上述格式的文件。',
      },
      details: { file: path },
    },
  );
  return { path, error };
}

function tooLarge(path: string, size: number, most: number): DocumentProblem {
  const [has, may] = [Math.round(size / 2 ** 20), most / 2 ** 20];
  const error = new ZhujiError(
    'too_large',
    {
      en: `${path} has ${has} MiB; a document may have ${may}.`,
      zh: `${path} 有 ${has} MiB，单个文档上限为 ${may} MiB。`,
    },
    {
      recovery: { en: 'Divide it into several documents.', zh: '请将其拆分为多个文档。' },
      details: { file: path },
    },
  );
  return { path, error };
}

/** The documents of a folder in the order of their paths, and the files that cannot be among them. */
export async function listDocuments(
  folder: string,
): Promise<{ files: DocumentFile[]; problems: DocumentProblem[] }> {
  const paths = await filesBelow(folder);
  const problems: DocumentProblem[] = [];
  const files: DocumentFile[] = [];
  const id = ids(paths.filter((path) => loaderFor(path)));
  for (const path of paths) {
    const loader = loaderFor(path);
    if (!loader) {
      problems.push(unsupported(path));
      continue;
    }
    const { size } = await stat(join(folder, path));
    const most = loader.mostBytes ?? mostBytes;
    if (size > most) {
      problems.push(tooLarge(path, size, most));
      continue;
    }
    files.push({ path, id: id.get(path) ?? path });
  }
  return { files, problems };
}
