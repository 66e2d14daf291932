import { readdir } from 'node:fs/promises';
import {
  isId,
  type Layout,
  recoverStaging,
  withWriteLock,
  writeAtomically,
} from '../../workspace/folder/index.ts';
import { type DatasetEntry, nearest, ZhujiError } from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { declare } from '../declaring/declare.ts';
import { refused } from '../declaring/refusal.ts';
import { readDescribedDataset } from '../formats/croissant/index.ts';
import { metadataText } from './metadata-text.ts';

async function refuseUnknown(layout: Layout, id: string): Promise<void> {
  const entries = await readdir(layout.datasets, { withFileTypes: true }).catch(() => []);
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (isId(id) && ids.includes(id)) return;
  const meant = nearest(id, ids);
  const offered = (meant.length > 0 ? meant : ids.slice(0, 10)).join(', ') || '–';
  throw new ZhujiError(
    'not_found',
    { en: `There is no dataset "${id}"`, zh: `没有标识为 "${id}" 的数据集` },
    {
      recovery: { en: `Use one of: ${offered}.`, zh: `可用：${offered}。` },
      details: { id, did_you_mean: meant, valid_values: ids.slice(0, 50) },
    },
  );
}

/**
 * Declares more of a dataset that is in the workspace: rewrites its `croissant.json` at once and leaves its data, and so
 * its hash, as they are. See {@link declare} for what is taken over. Whoever has the workspace open sees it when it is
 * opened anew. Errors: `not_found`, `invalid_argument`, `invalid_metadata`, `locked`, `denied`.
 */
export async function declareIn(
  layout: Layout,
  id: string,
  declaration: DatasetDeclaration,
): Promise<DatasetEntry> {
  if (declaration.id !== undefined && declaration.id !== id) {
    throw refused('id', {
      en: `the dataset is "${id}"; a declaration does not rename it`,
      zh: `数据集为 "${id}"，说明不能更改其标识`,
    });
  }
  return withWriteLock(layout, `declare ${id}`, async () => {
    await recoverStaging(layout);
    await refuseUnknown(layout, id);
    const file = layout.metadata(id);
    const { entry, readings } = await readDescribedDataset(file);
    const declared = declare(entry, declaration);
    await writeAtomically(file, metadataText(declared, readings));
    return declared;
  });
}
