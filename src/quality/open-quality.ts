import type { Quality, QualityReport } from '../workspace/index.ts';
import { basisOf, keepReport, keptReport } from './cache.ts';
import { type CheckOptions, checkDataset } from './check-dataset.ts';
import { generalProfile } from './profile.ts';

export interface QualityOptions extends Omit<CheckOptions, 'signal'> {
  /**
   * Where reports are kept, e.g. `.zhuji/quality`. Left out: in memory only, as a view of a workspace with records
   * held out or changed needs it.
   */
  readonly folder?: string;
}

/** Quality reports, each measured once per dataset version, metadata, profile and version of the measures. */
export function openQuality(options: QualityOptions): Quality {
  const { catalog, folder, profile = generalProfile } = options;
  const reports = new Map<string, Promise<QualityReport>>();

  async function make(dataset: string, basis: string): Promise<QualityReport> {
    if (folder === undefined) return checkDataset(dataset, options);
    const entry = catalog.dataset(dataset);
    const kept = await keptReport(folder, entry, basis);
    if (kept) return kept;
    const report = await checkDataset(dataset, options);
    await keepReport(folder, entry, basis, report);
    return report;
  }

  return {
    async report(dataset) {
      const basis = basisOf(catalog.dataset(dataset), profile);
      const known = reports.get(basis);
      if (known) return known;
      const report = make(dataset, basis);
      reports.set(basis, report);
      report.catch(() => reports.delete(basis));
      return report;
    },
  };
}
