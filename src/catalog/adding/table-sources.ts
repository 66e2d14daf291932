import { basename, extname, relative, sep } from 'node:path';
import type { Sources } from './sources.ts';

const metadata = 'croissant.json';

/** The folder of a dataset holds its metadata under this name. */
const placed = (path: string): string => (path === metadata ? 'croissant.data.json' : path);

const stemOf = (path: string): string => basename(path, extname(path)) || basename(path);

/** One file of tables. */
export function fileSources(file: string): Sources {
  return { name: stemOf(file), files: [{ from: file, path: placed(basename(file)) }], remarks: [] };
}

/** The tables of a folder, as one dataset. */
export function folderSources(folder: string, files: readonly string[]): Sources {
  return {
    name: basename(folder),
    files: files.map((from) => ({ from, path: placed(relative(folder, from).split(sep).join('/')) })),
    remarks: [],
  };
}
