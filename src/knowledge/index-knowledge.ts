import { ZhujiError } from '../workspace/index.ts';
import type { IndexOptions, IndexReport } from './contract.ts';

/** Builds the index, or brings it up to date: only new and changed documents are read. */
export async function indexKnowledge(_options: IndexOptions): Promise<IndexReport> {
  throw new ZhujiError('internal', 'indexing is being written');
}
