import { basename } from 'node:path';
import type { Sources } from '../catalog/adding/index.ts';
import type { DatasetDeclaration } from '../catalog/declaration.ts';
import { type DescribedDataset, readDescribedDataset } from '../catalog/formats/croissant/index.ts';
import { isId, type Layout } from '../workspace/folder/index.ts';
import { type Derivation, type OnProgress, type Text, ZhujiError } from '../workspace/index.ts';

/** A dataset to be, made from one that is in the workspace. */
export interface DerivedSource {
  readonly id: string;
  /** Finished table files, e.g. `<record set>.csv`; each is copied in under its name. */
  readonly files: readonly string[];
  /** All that is said of the new one; `declarationOf` gives what is said of the old. */
  readonly declaration: DatasetDeclaration;
  /** The dataset version that it was made from. */
  readonly from: { readonly id: string; readonly hash: string };
  /** What was done. */
  readonly activity: Text;
  readonly now?: () => Date;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export function derivedSources({ id, files }: DerivedSource): Sources {
  return { name: id, files: files.map((from) => ({ from, path: basename(from) })), remarks: [] };
}

async function describedAt(file: string): Promise<DescribedDataset | undefined> {
  return readDescribedDataset(file).catch((error: unknown) => {
    if (ZhujiError.is(error) && error.code === 'unreadable_file') return undefined;
    throw error;
  });
}

/** Errors: `not_found` where the dataset it came from is not there, `stale` where that has another hash. */
export async function derivationOf(
  layout: Layout,
  { from, activity, now = () => new Date() }: DerivedSource,
): Promise<Derivation> {
  const described = isId(from.id) ? await describedAt(layout.metadata(from.id)) : undefined;
  if (!described) {
    throw new ZhujiError(
      'not_found',
      { en: `There is no dataset "${from.id}"`, zh: `没有标识为 "${from.id}" 的数据集` },
      { details: { id: from.id } },
    );
  }
  if (described.entry.hash !== from.hash) {
    throw new ZhujiError(
      'stale',
      {
        en: `Dataset "${from.id}" is another version now than the one that was worked on`,
        zh: `数据集 "${from.id}" 当前版本与所处理的版本不同`,
      },
      {
        recovery: { en: 'Do the work again on what is there now.', zh: '请基于当前版本重新处理。' },
        details: { id: from.id, hash: described.entry.hash, expected: from.hash },
      },
    );
  }
  return { dataset: from.id, hash: from.hash, activity, at: now().toISOString() };
}
