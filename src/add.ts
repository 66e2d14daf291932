import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import {
  type AddDatasetOptions,
  type AddedDataset,
  addSources,
  copyFile,
  croissantSources,
  fileSources,
  folderSources,
  kindOf,
  type SourceKind,
} from './catalog/adding/index.ts';
import { listDocuments } from './knowledge/documents/files.ts';
import { loaderFor } from './knowledge/loaders/index.ts';
import {
  findWorkspace,
  flushFolder,
  type Layout,
  withStaging,
  withWriteLock,
} from './workspace/folder/index.ts';
import { ZhujiError } from './workspace/index.ts';

export type { AddedDataset };
export type AddOptions = Omit<AddDatasetOptions, 'taken'>;

export interface AddedDocuments {
  readonly kind: 'documents';
  /** Paths below `knowledge/`, forward slashes. */
  readonly paths: readonly string[];
}

export type Added = AddedDataset | AddedDocuments;

function isNot(path: string, en: string, zh: string): ZhujiError {
  return new ZhujiError(
    'unsupported_format',
    { en: `${path} is ${en}`, zh: `${path} ${zh}` },
    {
      recovery: {
        en: 'Tables are csv, tsv, json, ndjson, parquet, xlsx, txt with columns of numbers; documents are md, txt.',
        zh: '表格：csv、tsv、json、ndjson、parquet、xlsx 及数字列构成的 txt；文档：md、txt。',
      },
      details: { file: path },
    },
  );
}

async function addTables(layout: Layout, source: SourceKind, options: AddOptions): Promise<AddedDataset> {
  const { files } = await listDocuments(layout.knowledge);
  const taken = new Set(files.map(({ id }) => id));
  if (source.kind === 'croissant')
    return addSources(layout, await croissantSources(source.file), { ...options, taken });
  if (source.kind === 'tables') {
    return addSources(layout, folderSources(source.folder, source.files), { ...options, taken });
  }
  if (source.kind === 'table') return addSources(layout, fileSources(source.file), { ...options, taken });
  throw isNot('folder' in source ? source.folder : source.file, 'no table', '不是表格');
}

/** Path below `knowledge/` of each file: its name, or the folder's name and what follows. */
function placesOf(source: SourceKind, id: string | undefined): Map<string, string> {
  if (source.kind === 'document') {
    const name = basename(source.file);
    return new Map([[source.file, id === undefined ? name : `${id}${extname(name)}`]]);
  }
  if (source.kind !== 'documents')
    throw isNot('folder' in source ? source.folder : source.file, 'no document', '不是文档');
  const { folder, files } = source;
  return new Map(
    files.map((file) => [file, [id ?? basename(folder), ...relative(folder, file).split(sep)].join('/')]),
  );
}

async function refuseTaken(
  layout: Layout,
  places: Iterable<string>,
  ids: readonly string[],
  replace: boolean,
): Promise<void> {
  const datasets = new Set(await readdir(layout.datasets).catch(() => []));
  for (const id of ids) if (datasets.has(id)) throw alreadyThere(id, `dataset "${id}"`, `数据集 "${id}"`);
  if (replace) return;
  for (const place of places) {
    const found = await stat(join(layout.knowledge, place)).catch(() => undefined);
    if (found) throw alreadyThere(place, `document ${place}`, `文档 ${place}`);
  }
}

function alreadyThere(id: string, en: string, zh: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    { en: `The workspace has a ${en} already`, zh: `工作区已有${zh}` },
    {
      recovery: {
        en: 'Choose another name with --id, or use --replace for a document.',
        zh: '用 --id 另选名称；文档可用 --replace 替换。',
      },
      details: { id },
    },
  );
}

async function addTexts(
  layout: Layout,
  source: SourceKind,
  { id, replace = false, onProgress, signal }: AddOptions,
): Promise<AddedDocuments> {
  const places = placesOf(source, id);
  return withStaging(layout, async (staging) => {
    let done = 0;
    for (const [file, place] of places) {
      onProgress?.({ task: 'Copying', done, total: places.size });
      const loader = loaderFor(file);
      if (!loader) throw isNot(file, 'no document that is read', '不是可读取的文档');
      const copy = join(staging.dataset, place);
      await copyFile(file, copy, signal);
      await loader.load(await readFile(copy), file);
      done += 1;
    }
    const { files, problems } = await listDocuments(staging.dataset);
    const [problem] = problems;
    if (problem) throw problem.error;
    const ids = files.map((file) => file.id);
    await withWriteLock(layout, `zhuji add ${source.kind}`, async () => {
      await refuseTaken(layout, places.values(), ids, replace);
      for (const place of places.values()) {
        const target = join(layout.knowledge, place);
        await mkdir(dirname(target), { recursive: true });
        await rename(join(staging.dataset, place), target);
        await flushFolder(dirname(target));
      }
    });
    return { kind: 'documents', paths: [...places.values()] };
  });
}

/**
 * Brings a table, a folder of tables or a Croissant file with the tables beside it into the workspace, all or nothing.
 * Errors: `not_a_workspace`, `already_exists`, `invalid_argument`, `invalid_metadata`, `not_found`, `unreadable_file`,
 * `unsupported_format`, `too_large`, `denied`, `locked`, `cancelled`.
 */
export async function addDataset(
  workspace: string,
  path: string,
  options: AddOptions = {},
): Promise<AddedDataset> {
  return addTables(await findWorkspace(workspace), await kindOf(path), options);
}

/** Copies a Markdown or text document, or a folder of them, into `knowledge/`. Errors as {@link addDataset}. */
export async function addDocument(
  workspace: string,
  path: string,
  options: AddOptions = {},
): Promise<AddedDocuments> {
  return addTexts(await findWorkspace(workspace), await kindOf(path), options);
}

/** Adds what `path` holds: a dataset, or documents. Errors as {@link addDataset}. */
export async function add(workspace: string, path: string, options: AddOptions = {}): Promise<Added> {
  const layout = await findWorkspace(workspace);
  const source = await kindOf(path);
  const isText = source.kind === 'document' || source.kind === 'documents';
  return isText ? addTexts(layout, source, options) : addTables(layout, source, options);
}
