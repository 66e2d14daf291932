import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../workspace/folder/index.ts';
import type { DatasetEntry, QualityReport, ScenarioEntry } from '../workspace/index.ts';
import { definitions } from './check-dataset.ts';
import type { Profile } from './profile.ts';
import { readReport } from './schema.ts';

/** What a report depends on besides the data: metadata, thresholds, measures, and the day where ages are demanded. sha256, hex. */
export function basisOf(
  { files: _, links: __, ...entry }: DatasetEntry,
  scenario: ScenarioEntry | undefined,
  profile: Profile,
  now: Date,
): string {
  const ages = scenario?.requirements.some(({ kind }) => kind === 'freshness') ?? false;
  const day = ages ? now.toISOString().slice(0, 10) : null;
  return createHash('sha256')
    .update(JSON.stringify([entry, scenario ?? null, profile, definitions, day]))
    .digest('hex');
}

function pathOf(folder: string, { id, hash }: DatasetEntry, scenario: ScenarioEntry | undefined): string {
  return join(folder, `${id}-${hash}${scenario ? `@${scenario.id}` : ''}.json`);
}

/** The kept report, or `undefined` where there is none, it is damaged, or it was made on another basis. */
export async function keptReport(
  folder: string,
  entry: DatasetEntry,
  scenario: ScenarioEntry | undefined,
  basis: string,
): Promise<QualityReport | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(pathOf(folder, entry, scenario), 'utf8'));
    if (typeof kept !== 'object' || kept === null) return undefined;
    if (!('basis' in kept && kept.basis === basis && 'report' in kept)) return undefined;
    const report = readReport(kept.report);
    return report?.dataset === entry.id && report.hash === entry.hash ? report : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function keepReport(
  folder: string,
  entry: DatasetEntry,
  scenario: ScenarioEntry | undefined,
  basis: string,
  report: QualityReport,
): Promise<void> {
  await writeAtomically(pathOf(folder, entry, scenario), `${JSON.stringify({ basis, report }, null, 1)}\n`);
}
