import type {
  Catalog,
  Finding,
  OnProgress,
  QualityReport,
  ScenarioEntry,
  Severity,
  TableEngine,
} from '../workspace/index.ts';
import { briefOf } from './brief.ts';
import { cardMeasures, documentationFindings, measureDocumentation } from './documentation/index.ts';
import { type Found, findingRules } from './findings/index.ts';
import { gatesOf } from './gates.ts';
import { proposalsOf } from './inference/index.ts';
import { type Measure, measures } from './measures/index.ts';
import { observeTables } from './observe.ts';
import { pictureFolds, pictureOf } from './pictures/index.ts';
import { generalProfile, type Profile } from './profile.ts';
import { readTables } from './read-tables.ts';
import { requirementFolds, requirementsOf } from './requirements/index.ts';
import { toolVersion } from './tool.ts';
import { verdictOf } from './verdict.ts';

export interface CheckOptions {
  readonly catalog: Catalog;
  readonly tables: TableEngine;
  readonly profile?: Profile;
  /** Ids of the measures to take; default all. */
  readonly only?: readonly string[];
  /** Time that the report carries and that ages are told at; default: now. */
  readonly clock?: () => Date;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A report, and what only this process knows of it: all records that each finding concerns. */
export interface Examination {
  readonly report: QualityReport;
  readonly found: readonly Found[];
}

const gravity: readonly Severity[] = ['critical', 'major', 'minor', 'info'];

const definitionOf = ({ id, version, name, formula, direction, standards, requires }: Definition) => ({
  id,
  version,
  name,
  formula,
  direction,
  standards,
  requires,
});
type Definition = Omit<Measure, 'observe' | 'vector' | 'folds'>;

/** What every report says of its measures. */
export const definitions = [...measures, ...cardMeasures].map(definitionOf);

/** Measures a dataset anew, for a scenario where one is given. A table that cannot be read is a failed gate. */
export async function examineDataset(
  dataset: string,
  options: CheckOptions,
  scenario?: ScenarioEntry,
): Promise<Examination> {
  const { catalog, profile = generalProfile, clock = () => new Date(), only, signal } = options;
  const started = performance.now();
  const entry = catalog.dataset(dataset);
  const chosen = only === undefined ? measures : measures.filter(({ id }) => only.includes(id));
  const folds = [
    ...new Set([
      ...chosen.flatMap((one) => one.folds ?? []),
      ...(only ? [] : pictureFolds),
      ...(scenario ? requirementFolds : []),
    ]),
  ];
  const now = clock();
  const reading = await readTables(options.tables, entry, { thresholds: profile.thresholds, folds, signal });
  const { results, found } = await observeTables(reading.tables, chosen, options);
  const scenarios = catalog.entries('scenario').filter((one) => one.kind === 'scenario');
  const source = { entry, scenarios };
  const findings = gravestFirst([...found.map(({ finding }) => finding), ...documentationFindings(source)]);
  const all = [...measureDocumentation(source), ...results];
  const requirements = scenario ? await requirementsOf(scenario, entry, reading.tables, all, now) : [];
  const gates = gatesOf(entry, reading, profile.thresholds, requirements);
  const verdict = verdictOf(gates, findings, requirements);
  const filters = found.flatMap((one) => one.filters);
  const report: QualityReport = {
    schemaVersion: '2',
    dataset,
    hash: entry.hash,
    scenario: scenario?.id ?? null,
    verdict,
    requirements,
    gates,
    measures: all,
    findings,
    proposals: only ? [] : await proposalsOf(reading.tables),
    pictures: only ? [] : await Promise.all(reading.tables.map((table) => pictureOf(table, findings))),
    brief: briefOf({ entry, verdict, tables: reading.tables, findings, requirements, filters }, findingRules),
    tool: toolVersion,
    seconds: Number(((performance.now() - started) / 1000).toFixed(3)),
    measuredAt: now.toISOString(),
    profile: profile.name,
    thresholds: { ...profile.thresholds },
    weights: { ...profile.weights },
    definitions,
  };
  return { report, found };
}

/** The report of {@link examineDataset}. Errors: `not_found`, `cancelled`, `timeout`, `internal`. */
export async function checkDataset(
  dataset: string,
  options: CheckOptions,
  scenario?: ScenarioEntry,
): Promise<QualityReport> {
  const { report } = await examineDataset(dataset, options, scenario);
  return report;
}

function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity) || b.count - a.count,
  );
}
