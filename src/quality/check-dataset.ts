import type {
  Catalog,
  DatasetEntry,
  Finding,
  MeasureResult,
  OnProgress,
  QualityReport,
  Severity,
  TableEngine,
} from '../workspace/index.ts';
import { ZhujiError } from '../workspace/index.ts';
import { briefOf } from './brief.ts';
import { documentationCompleteness, documentationFindings, measureDocumentation } from './documentation.ts';
import { tableFacts } from './facts/table-facts.ts';
import type { TableFacts } from './facts/types.ts';
import { type Found, findingRules } from './findings/index.ts';
import { gatesOf, type Reading } from './gates.ts';
import { type Measure, measures, type Observation } from './measures/index.ts';
import { notMeasured } from './measures/measure.ts';
import { generalProfile, type Profile } from './profile.ts';
import { verdictOf } from './verdict.ts';

export interface CheckOptions {
  readonly catalog: Catalog;
  readonly tables: TableEngine;
  readonly profile?: Profile;
  /** Time that the report carries; default: now. */
  readonly clock?: () => Date;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

const gravity: readonly Severity[] = ['critical', 'major', 'minor', 'info'];

/** What every report says of its measures. */
export const definitions = [...measures, documentationCompleteness].map(
  ({ id, version, name, formula, direction, standards, requires }) => ({
    id,
    version,
    name,
    formula,
    direction,
    standards,
    requires,
  }),
);

/** Measures a dataset anew. A table that cannot be read is a failed gate. Errors: `not_found`, `cancelled`, `timeout`, `internal`. */
export async function checkDataset(dataset: string, options: CheckOptions): Promise<QualityReport> {
  const { catalog, profile = generalProfile, clock = () => new Date() } = options;
  const entry = catalog.dataset(dataset);
  const reading = await read(entry, profile, options);
  const results: MeasureResult[] = [measureDocumentation(entry)];
  const found: Found[] = [];
  const total = reading.tables.length * measures.length;
  let done = 0;
  for (const table of reading.tables) {
    for (const measure of measures) {
      options.signal?.throwIfAborted();
      options.onProgress?.({ task: `${dataset}: ${measure.id}`, done, total });
      const observations = await observe(measure, table);
      for (const { field, value, scanned } of observations) {
        results.push({
          id: measure.id,
          name: measure.name,
          recordSet: table.recordSet.id,
          ...(field !== undefined && { field }),
          result: value,
          ...(scanned !== undefined && { scanned }),
        });
      }
      const rules = findingRules.filter((rule) => rule.measure === measure.id);
      found.push(...rules.flatMap((rule) => rule.find(observations, table)));
      done += 1;
    }
  }
  options.onProgress?.({ task: dataset, done, total });
  const findings = gravestFirst([...found.map(({ finding }) => finding), ...documentationFindings(entry)]);
  const gates = gatesOf(entry, reading, profile.thresholds);
  const verdict = verdictOf(gates, findings);
  const filters = found.flatMap((one) => one.filters);
  return {
    schemaVersion: '1',
    dataset,
    hash: entry.hash,
    scenario: null,
    verdict,
    gates,
    measures: results,
    findings,
    brief: briefOf(entry, verdict, reading.tables, findings, findingRules, filters),
    measuredAt: clock().toISOString(),
    profile: profile.name,
    thresholds: { ...profile.thresholds },
    definitions,
  };
}

/** A measure that takes too long on a large table is not taken; the others are. */
async function observe(measure: Measure, table: TableFacts): Promise<readonly Observation[]> {
  try {
    return await measure.observe(table);
  } catch (error) {
    if (ZhujiError.is(error) && error.code === 'timeout') return [{ value: notMeasured('timeout', []) }];
    throw error;
  }
}

function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity) || b.count - a.count,
  );
}

/** Errors that say something about the checking, not about the data. */
const ours = new Set(['cancelled', 'timeout', 'locked', 'internal', 'denied']);

async function read(entry: DatasetEntry, profile: Profile, options: CheckOptions): Promise<Reading> {
  const tables: TableFacts[] = [];
  const unreadable: { recordSet: string; reason: Reading['unreadable'][number]['reason'] }[] = [];
  for (const recordSet of entry.recordSets) {
    options.signal?.throwIfAborted();
    try {
      tables.push(await tableFacts(options.tables, entry, recordSet, profile.thresholds, options.signal));
    } catch (error) {
      if (!ZhujiError.is(error) || ours.has(error.code)) throw error;
      unreadable.push({ recordSet: recordSet.id, reason: { en: error.message, zh: error.in('zh').message } });
    }
  }
  return { tables, unreadable };
}
