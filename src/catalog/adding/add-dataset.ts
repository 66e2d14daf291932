import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '../../tables/index.ts';
import {
  commitStaging,
  flushFolder,
  idFrom,
  idRule,
  isId,
  type Layout,
  recoverStaging,
  type Staging,
  withStaging,
  withWriteLock,
} from '../../workspace/folder/index.ts';
import {
  type DataFile,
  type DatasetEntry,
  type Derivation,
  type OnProgress,
  type Text,
  ZhujiError,
} from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { importFile } from '../derived/import-file.ts';
import { describeDataset, type SourceTable } from '../describe/dataset.ts';
import { unitlessOf } from '../describe/unitless.ts';
import { throwIfCancelled } from './cancelled.ts';
import { copyFile } from './copy.ts';
import { refuseEmpty } from './empty.ts';
import { mediaTypeOf } from './media-type.ts';
import { metadataText } from './metadata-text.ts';
import { retell } from './retell.ts';
import type { SourceFile, Sources } from './sources.ts';

export interface AddDatasetOptions {
  /** Default: what the declaration or the metadata say, or else made from the file's name. */
  readonly id?: string;
  readonly declaration?: DatasetDeclaration;
  /** Put this in the place of what has the id. */
  readonly replace?: boolean;
  /** Ids that the documents of the workspace have. */
  readonly taken?: ReadonlySet<string>;
  /** What it was made from, where that is a dataset of the workspace. */
  readonly derivation?: Derivation;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface AddedDataset {
  readonly kind: 'dataset';
  readonly entry: DatasetEntry;
  /** How the tables were read, as far as a user should know: by record set. */
  readonly notices: readonly (Notice & { readonly recordSet: string })[];
  /** What metadata that came along said and could not be relied on, what could not be brought in, and what is known in part. */
  readonly remarks: readonly Text[];
}

function idOf(sources: Sources, { id, declaration }: AddDatasetOptions): string {
  const chosen = id ?? declaration?.id ?? idFrom(sources.name);
  if (isId(chosen)) return chosen;
  throw new ZhujiError(
    'invalid_argument',
    {
      en: `"${chosen}" cannot be the id of a dataset: it ${idRule}`,
      zh: `"${chosen}" 不能作为数据集标识：须以字母或数字开头，仅含字母、数字、"_"、"."、"-"`,
    },
    { recovery: { en: 'Choose another id.', zh: '请另选标识。' }, details: { field: 'id', value: chosen } },
  );
}

function alreadyThere(id: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    { en: `The workspace has an entry "${id}" already`, zh: `工作区已有条目 "${id}"` },
    {
      recovery: {
        en: 'Choose another id with --id, or put the new data in its place with --replace.',
        zh: '用 --id 另选标识，或用 --replace 替换原有数据。',
      },
      details: { id },
    },
  );
}

function otherKind(id: string): ZhujiError {
  return new ZhujiError(
    'already_exists',
    {
      en: `A document of the workspace has the id "${id}", and a dataset cannot have it too`,
      zh: `工作区中已有文档使用标识 "${id}"，数据集不能与其同名`,
    },
    {
      recovery: {
        en: 'Choose another id with --id, or rename the file; --replace puts a dataset only in the place of a dataset.',
        zh: '请用 --id 另选标识或重命名文件；--replace 只能以数据集替换数据集。',
      },
      details: { id, taken_by: 'document' },
    },
  );
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function refuseTaken(layout: Layout, id: string, { replace, taken }: AddDatasetOptions): Promise<void> {
  if (taken?.has(id)) throw otherKind(id);
  if (!replace && (await isThere(layout.dataset(id)))) throw alreadyThere(id);
}

async function copyIn(
  file: SourceFile,
  staging: Staging,
  signal: AbortSignal | undefined,
): Promise<DataFile> {
  const { bytes, sha256 } = await copyFile(file.from, join(staging.dataset, file.path), signal);
  if (file.sha256 !== undefined && file.sha256 !== sha256) {
    throw new ZhujiError(
      'invalid_metadata',
      {
        en: `${file.path} is not the file that the metadata describe: its sha256 is ${sha256}, they say ${file.sha256}`,
        zh: `${file.path} 不是元数据所描述的文件：其 sha256 为 ${sha256}，元数据为 ${file.sha256}`,
      },
      {
        recovery: {
          en: 'Get the right file, or correct the checksum.',
          zh: '请获取正确的文件，或更正校验和。',
        },
        details: { file: file.path, sha256, declared: file.sha256 },
      },
    );
  }
  return { path: file.path, bytes, sha256, mediaType: mediaTypeOf(file.path) };
}

function uniqueId(id: string, used: Set<string>): string {
  let free = id;
  for (let n = 2; used.has(free); n += 1) free = `${id}_${n}`;
  used.add(free);
  return free;
}

async function importIn(
  sources: Sources,
  staging: Staging,
  { onProgress, signal }: AddDatasetOptions,
): Promise<SourceTable[]> {
  const used = new Set<string>();
  const tables: SourceTable[] = [];
  for (const { from, path, metadataFile } of sources.files) {
    const copy = join(staging.dataset, path);
    const found = await importFile(copy, staging.tables, ({ id }) => uniqueId(id, used), {
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      throw retell(error, copy, from);
    });
    for (const { id: table, ...rest } of found) {
      tables.push({ ...rest, table, file: path, ...(metadataFile !== undefined && { metadataFile }) });
    }
  }
  return tables;
}

/**
 * Makes a dataset of the workspace from these sources: copies them, reads their tables, describes them, and puts all in
 * place at once. Until then nothing of it is seen, and nothing stays of what fails.
 * Errors: `already_exists`, `invalid_argument`, `invalid_metadata`, `unreadable_file`, `unsupported_format`, `too_large`, `locked`, `cancelled`.
 */
export async function addSources(
  layout: Layout,
  sources: Sources,
  options: AddDatasetOptions,
): Promise<AddedDataset> {
  const id = idOf(sources, options);
  for (const { from } of sources.files) await refuseEmpty(from);
  await refuseTaken(layout, id, options);
  return withStaging(layout, async (staging) => {
    await mkdir(staging.dataset, { recursive: true });
    await mkdir(staging.tables, { recursive: true });
    const files: DataFile[] = [];
    for (const [index, file] of sources.files.entries()) {
      options.onProgress?.({ task: 'Copying', done: index, total: sources.files.length });
      files.push(await copyIn(file, staging, options.signal));
    }
    const tables = await importIn(sources, staging, options);
    const { entry, readings } = describeDataset({
      id,
      name: sources.name,
      files,
      tables,
      declaration: options.declaration ?? {},
      ...(sources.metadata && { metadata: sources.metadata }),
      ...(options.derivation && { derivation: options.derivation }),
    });
    const document = metadataText(entry, readings);
    await writeFile(join(staging.dataset, 'croissant.json'), document, { flag: 'wx', flush: true });
    await flushFolder(staging.dataset);
    throwIfCancelled(options.signal);
    await withWriteLock(layout, `zhuji add ${id}`, async () => {
      await recoverStaging(layout);
      await refuseTaken(layout, id, options);
      await commitStaging(layout, staging, id, entry.hash);
    });
    return {
      kind: 'dataset',
      entry,
      notices: tables.flatMap(({ recordSet, notices }) =>
        notices.map((notice) => ({ ...notice, recordSet })),
      ),
      remarks: [...sources.remarks, ...unitlessOf(entry)],
    };
  });
}
