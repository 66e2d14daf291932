import type { DatasetDeclaration } from './catalog/declaration.ts';
import type { Notice } from './tables/index.ts';
import { type DatasetEntry, type OnProgress, type Text, ZhujiError } from './workspace/index.ts';

export interface AddOptions {
  /** Default: made from the file's name. */
  readonly id?: string;
  readonly declaration?: DatasetDeclaration;
  /** Put this in the place of what has the id. */
  readonly replace?: boolean;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface AddedDataset {
  readonly kind: 'dataset';
  readonly entry: DatasetEntry;
  /** How the tables were read, as far as a user should know: by record set. */
  readonly notices: readonly (Notice & { readonly recordSet: string })[];
  /** What metadata that came along said and could not be relied on. */
  readonly remarks: readonly Text[];
}

export interface AddedDocuments {
  readonly kind: 'documents';
  /** Paths below `knowledge/`, forward slashes. */
  readonly paths: readonly string[];
}

export type Added = AddedDataset | AddedDocuments;

/**
 * Brings a table, a folder of tables or a Croissant dataset into the workspace, all or nothing.
 * Errors: `already_exists`, `invalid_argument`, `invalid_metadata`, `unreadable_file`, `unsupported_format`, `too_large`, `denied`, `locked`, `cancelled`.
 */
export async function addDataset(
  _workspace: string,
  path: string,
  _options: AddOptions = {},
): Promise<AddedDataset> {
  throw new ZhujiError('internal', `addDataset is being written (${path})`);
}

/** Copies a Markdown or text document, or a folder of them, into `knowledge/`. Errors as {@link addDataset}. */
export async function addDocument(
  _workspace: string,
  path: string,
  _options: AddOptions = {},
): Promise<AddedDocuments> {
  throw new ZhujiError('internal', `addDocument is being written (${path})`);
}

/** Adds what `path` is: a dataset or documents. Errors as {@link addDataset}. */
export async function add(workspace: string, path: string, options: AddOptions = {}): Promise<Added> {
  return /\.(md|markdown|txt)$/i.test(path)
    ? addDocument(workspace, path, options)
    : addDataset(workspace, path, options);
}
