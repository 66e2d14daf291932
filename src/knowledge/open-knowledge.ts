import { ZhujiError } from '../workspace/index.ts';
import type { IndexOptions, OpenedKnowledge } from './contract.ts';

/** Opens the documents for search; an index that is missing or stale is brought up to date first. */
export async function openKnowledge(_options: IndexOptions): Promise<OpenedKnowledge> {
  throw new ZhujiError('internal', 'opening is being written');
}
