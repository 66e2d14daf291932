import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import {
  type AddDatasetOptions,
  copyFile,
  emptyFile,
  leftOutOf,
  type SourceKind,
} from '../catalog/adding/index.ts';
import { listDocuments, loaderFor } from '../knowledge/index.ts';
import { flushFolder, type Layout, withStaging, withWriteLock } from '../workspace/folder/index.ts';
import { nearest, type Text, ZhujiError } from '../workspace/index.ts';

export type AddOptions = Omit<AddDatasetOptions, 'taken'>;

export interface AddedDocuments {
  readonly kind: 'documents';
  /** Paths below `knowledge/`, forward slashes. */
  readonly paths: readonly string[];
  /** What was left out, or what a document says and the workspace does not bear out. */
  readonly remarks?: readonly Text[];
}

export function isNot(path: string, en: string, zh: string): ZhujiError {
  return new ZhujiError(
    'unsupported_format',
    { en: `${path} is ${en}`, zh: `${path} ${zh}` },
    {
      recovery: {
        en: 'Tables are csv, tsv, json, ndjson, parquet, xlsx, txt with columns of numbers; documents are md, txt, html, pdf, docx, pptx.',
        zh: '表格：csv、tsv、json、ndjson、parquet、xlsx 及数字列构成的 txt；文档：md、txt、html、pdf、docx、pptx。',
      },
      details: { file: path },
    },
  );
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
  for (const id of ids) if (datasets.has(id)) throw otherKind(id);
  if (replace) return;
  for (const place of places) {
    const found = await stat(join(layout.knowledge, place)).catch(() => undefined);
    if (found) throw alreadyThere(place);
  }
}

function alreadyThere(place: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    { en: `The workspace has a document ${place} already`, zh: `工作区已有文档 ${place}` },
    {
      recovery: {
        en: 'Choose another name with --id, or put the new document in its place with --replace.',
        zh: '用 --id 另选名称，或用 --replace 替换原有文档。',
      },
      details: { id: place },
    },
  );
}

function otherKind(id: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    {
      en: `A dataset of the workspace has the id "${id}", and a document cannot have it too`,
      zh: `工作区中已有数据集使用标识 "${id}"，文档不能与其同名`,
    },
    {
      recovery: {
        en: 'Choose another name with --id, or rename the file; --replace puts a document only in the place of a document.',
        zh: '请用 --id 另选名称或重命名文件；--replace 只能以文档替换文档。',
      },
      details: { id, taken_by: 'dataset' },
    },
  );
}

/** A document may be there before the dataset that it describes: that is worth a remark, no error. */
function unknownDataset(place: string, name: string, datasets: readonly string[]): Text {
  const [meant] = nearest(name, datasets, 1);
  return {
    en: `${place} says that it describes the dataset "${name}", which the workspace does not have${meant ? `; did you mean "${meant}"?` : '.'}`,
    zh: `${place} 声明其描述数据集 "${name}"，但工作区没有该数据集${meant ? `；是否指 "${meant}"？` : '。'}`,
  };
}

/** Copies the documents of a source into `knowledge/`, all or nothing. */
export async function addTexts(
  layout: Layout,
  path: string,
  source: SourceKind,
  { id, replace = false, onProgress, signal }: AddOptions,
): Promise<AddedDocuments> {
  const places = placesOf(source, id);
  const datasets: string[] = await readdir(layout.datasets).catch(() => []);
  const remarks = await leftOutOf(path, places.keys());
  return withStaging(layout, async (staging) => {
    let done = 0;
    for (const [file, place] of places) {
      onProgress?.({ task: 'Copying', done, total: places.size });
      const loader = loaderFor(file);
      if (!loader) throw isNot(file, 'no document that is read', '不是可读取的文档');
      const copy = join(staging.dataset, place);
      await copyFile(file, copy, signal);
      const { text, declared } = await loader.load(await readFile(copy), file);
      if (text.trim() === '') throw emptyFile(file);
      for (const name of declared.datasets)
        if (!datasets.includes(name)) remarks.push(unknownDataset(place, name, datasets));
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
    return {
      kind: 'documents',
      paths: [...places.values()],
      ...(remarks.length > 0 && { remarks }),
    };
  });
}
