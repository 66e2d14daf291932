import { type DerivedSource, derivationOf, derivedSources } from './add/derived.ts';
import { type AddedDocuments, type AddOptions, addTexts, isNot } from './add/documents.ts';
import {
  type AddedDataset,
  addSources,
  croissantSources,
  declareIn,
  fileSources,
  folderSources,
  kindOf,
  leftOutOf,
  type SourceKind,
  type Sources,
} from './catalog/adding/index.ts';
import type { DatasetDeclaration } from './catalog/declaration.ts';
import { listDocuments } from './knowledge/index.ts';
import { findWorkspace, type Layout } from './workspace/folder/index.ts';
import type { DatasetEntry } from './workspace/index.ts';

export type { AddedDataset, AddedDocuments, AddOptions, DerivedSource };

export type Added = AddedDataset | AddedDocuments;

async function tablesOf(source: SourceKind): Promise<Sources> {
  if (source.kind === 'croissant') return croissantSources(source.file);
  if (source.kind === 'tables') return folderSources(source.folder, source.files);
  if (source.kind === 'table') return fileSources(source.file);
  throw isNot('folder' in source ? source.folder : source.file, 'no table', '不是表格');
}

async function documentIds(layout: Layout): Promise<Set<string>> {
  const { files } = await listDocuments(layout.knowledge);
  return new Set(files.map(({ id }) => id));
}

async function addTables(
  layout: Layout,
  path: string,
  source: SourceKind,
  options: AddOptions,
): Promise<AddedDataset> {
  const taken = await documentIds(layout);
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

/**
 * Adds a dataset that was made from a version of another one of the workspace, e.g. by repairing it, and says so in its
 * provenance and links. Errors as {@link addDataset}; `not_found` for the dataset it came from, `stale` where that has another
 * hash.
 */
export async function addDerivedDataset(workspace: string, source: DerivedSource): Promise<AddedDataset> {
  const layout = await findWorkspace(workspace);
  const derivation = await derivationOf(layout, source);
  const { id, declaration, onProgress, signal } = source;
  return addSources(layout, derivedSources(source), {
    id,
    declaration,
    derivation,
    taken: await documentIds(layout),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
}

/** Declares more of a dataset without touching its data, see `declareIn`. Errors: `not_a_workspace`, `not_found`, `invalid_argument`, `locked`. */
export async function declareDataset(
  workspace: string,
  id: string,
  declaration: DatasetDeclaration,
): Promise<DatasetEntry> {
  return declareIn(await findWorkspace(workspace), id, declaration);
}
