import type { Proposal } from '../../workspace/index.ts';
import type { TableFacts } from '../facts/types.ts';

/** What the values suggest and nobody declared. */
export async function proposalsOf(_tables: readonly TableFacts[]): Promise<readonly Proposal[]> {
  return [];
}
