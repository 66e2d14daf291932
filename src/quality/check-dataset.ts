import type { Catalog, OnProgress, QualityReport, TableEngine } from '../workspace/index.ts';
import { ZhujiError } from '../workspace/index.ts';
import type { Profile } from './profile.ts';

export interface CheckOptions {
  readonly catalog: Catalog;
  readonly tables: TableEngine;
  readonly profile?: Profile;
  /** Time that the report carries; default: now. */
  readonly clock?: () => Date;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Measures a dataset anew. Errors: `not_found`, `cancelled`, `timeout`. */
export async function checkDataset(dataset: string, _options: CheckOptions): Promise<QualityReport> {
  throw new ZhujiError('internal', `checkDataset is being written (${dataset})`);
}
