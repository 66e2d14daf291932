import { type Catalog, type Entry, ZhujiError } from '../workspace/index.ts';

/** A catalog of these entries. Errors: `invalid_argument` where two entries share an id. */
export function createCatalog(_entries: readonly Entry[]): Catalog {
  throw new ZhujiError('internal', 'createCatalog is being written');
}
