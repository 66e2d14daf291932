import { type Quality, ZhujiError } from '../workspace/index.ts';
import type { CheckOptions } from './check-dataset.ts';

export interface QualityOptions extends Omit<CheckOptions, 'signal'> {
  /**
   * Where reports are kept, e.g. `.zhuji/quality`. Left out: in memory only, as a view of a workspace with records
   * held out or changed needs it.
   */
  readonly folder?: string;
}

/** Quality reports, each measured once per dataset version, metadata, profile and version of the measures. */
export function openQuality(_options: QualityOptions): Quality {
  return {
    async report(dataset) {
      throw new ZhujiError('internal', `openQuality is being written (${dataset})`);
    },
  };
}
