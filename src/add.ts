import { type AddedDocuments, type AddOptions, addTexts, isNot } from './add/documents.ts';
import {
  type AddedDataset,
  addSources,
  croissantSources,
  fileSources,
  folderSources,
  kindOf,
  leftOutOf,
  type SourceKind,
  type Sources,
} from './catalog/adding/index.ts';
import { listDocuments } from './knowledge/index.ts';
import { findWorkspace, type Layout } from './workspace/folder/index.ts';

export type { AddedDataset, AddedDocuments, AddOptions };

export type Added = AddedDataset | AddedDocuments;

async function tablesOf(source: SourceKind): Promise<Sources> {
  if (source.kind === 'croissant') return croissantSources(source.file);
  if (source.kind === 'tables') return folderSources(source.folder, source.files);
  if (source.kind === 'table') return fileSources(source.file);
  throw isNot('folder' in source ? source.folder : source.file, 'no table', '不是表格');
}

async function addTables(
  layout: Layout,
  path: string,
  source: SourceKind,
  options: AddOptions,
): Promise<AddedDataset> {
  const { files } = await listDocuments(layout.knowledge);
  const taken = new Set(files.map(({ id }) => id));
  const sources = await tablesOf(source);
  const used = sources.files.map(({ from }) => from);
  const leftOut = await leftOutOf(path, source.kind === 'croissant' ? [...used, source.file] : used);
  const remarks = [...sources.remarks, ...leftOut];
  return addSources(layout, { ...sources, remarks }, { ...options, taken });
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
  return addTables(await findWorkspace(workspace), path, await kindOf(path), options);
}

/** Copies a Markdown or text document, or a folder of them, into `knowledge/`. Errors as {@link addDataset}. */
export async function addDocument(
  workspace: string,
  path: string,
  options: AddOptions = {},
): Promise<AddedDocuments> {
  return addTexts(await findWorkspace(workspace), path, await kindOf(path), options);
}

/** Adds what `path` holds: a dataset, or documents. Errors as {@link addDataset}. */
export async function add(workspace: string, path: string, options: AddOptions = {}): Promise<Added> {
  const layout = await findWorkspace(workspace);
  const source = await kindOf(path);
  const isText = source.kind === 'document' || source.kind === 'documents';
  return isText ? addTexts(layout, path, source, options) : addTables(layout, path, source, options);
}
