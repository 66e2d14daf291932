import type { DatasetEntry, Quality, QualityReport, ScenarioEntry } from '../workspace/index.ts';
import { nearest, ZhujiError } from '../workspace/index.ts';
import { basisOf, keepReport, keptReport } from './cache.ts';
import { type CheckOptions, checkDataset } from './check-dataset.ts';
import { appendHistory } from './history/index.ts';
import { generalProfile } from './profile.ts';

export interface QualityOptions extends Omit<CheckOptions, 'signal'> {
  /**
   * Where reports are kept, e.g. `.zhuji/quality`. Left out: in memory only, as a view of a workspace with records
   * held out or changed needs it.
   */
  readonly folder?: string;
}

/** A derived table that is damaged can be built anew: what is said without it is not kept, and the last good report stays. */
const couldRead = ({ gates }: QualityReport): boolean =>
  !gates.some(({ id, passed }) => id === 'readable' && passed === false);

/** Quality reports, each measured once per dataset version, metadata, profile and version of the measures. */
export function openQuality(options: QualityOptions): Quality {
  const { catalog, folder, profile = generalProfile, clock = () => new Date() } = options;
  const reports = new Map<string, Promise<QualityReport>>();

  async function make(entry: DatasetEntry, scenario: ScenarioEntry | undefined, basis: string) {
    if (folder === undefined) return checkDataset(entry.id, options, scenario);
    const kept = await keptReport(folder, entry, scenario, basis);
    if (kept) return kept;
    const report = await checkDataset(entry.id, options, scenario);
    if (!couldRead(report)) return report;
    await keepReport(folder, entry, scenario, basis, report);
    await appendHistory(folder, report, entry.version, basis);
    return report;
  }

  const scenarioOf = (id: string | undefined): ScenarioEntry | undefined => {
    if (id === undefined) return undefined;
    const entry = catalog.get(id);
    if (entry?.kind === 'scenario') return entry;
    throw noScenario(
      id,
      catalog.entries('scenario').map((one) => one.id),
    );
  };

  return {
    async report(dataset, { scenario: wanted } = {}) {
      const entry = catalog.dataset(dataset);
      const scenario = scenarioOf(wanted);
      const basis = basisOf(entry, scenario, profile, clock());
      const known = reports.get(basis);
      if (known) return known;
      const report = make(entry, scenario, basis);
      reports.set(basis, report);
      const forget = () => reports.delete(basis);
      report.then((made) => couldRead(made) || forget(), forget);
      return report;
    },
  };
}

function noScenario(id: string, ids: readonly string[]): ZhujiError {
  return new ZhujiError(
    'not_found',
    { en: `There is no scenario "${id}".`, zh: `不存在场景“${id}”。` },
    {
      recovery:
        ids.length > 0
          ? {
              en: `Use one of: ${ids.slice(0, 40).join(', ')}.`,
              zh: `可用：${ids.slice(0, 40).join('、')}。`,
            }
          : {
              en: 'Describe it in registers/scenarios/<id>.yaml.',
              zh: '请在 registers/scenarios/<id>.yaml 中描述该场景。',
            },
      details: { valid_values: ids, did_you_mean: nearest(id, ids) },
    },
  );
}
