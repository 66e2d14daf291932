import type { TablePicture } from '../../workspace/index.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Fold } from '../folds/fold.ts';

export const pictureFolds: readonly Fold<unknown>[] = [];

/** What there is to look at in a record set. */
export async function pictureOf({ recordSet, rows }: TableFacts): Promise<TablePicture> {
  return { recordSet: recordSet.id, rows, windows: [], distributions: [], missing: [], levels: [] };
}
