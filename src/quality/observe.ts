import type { MeasureResult, OnProgress } from '../workspace/index.ts';
import { ZhujiError } from '../workspace/index.ts';
import type { TableFacts } from './facts/types.ts';
import { type Found, findingRules } from './findings/index.ts';
import { type Measure, notMeasured, type Observation } from './measures/measure.ts';

export interface Observed {
  readonly results: readonly MeasureResult[];
  readonly found: readonly Found[];
}

/**
 * Takes every measure of every table, and draws the findings from them. The pass of the folds runs beside the measures that need none,
 * so that the engine answers these while the records are looked at.
 */
export async function observeTables(
  tables: readonly TableFacts[],
  measures: readonly Measure[],
  { onProgress, signal }: { onProgress?: OnProgress | undefined; signal?: AbortSignal | undefined },
): Promise<Observed> {
  const results: MeasureResult[] = [];
  const found: Found[] = [];
  const total = tables.length * measures.length;
  let done = 0;
  const first = measures.filter(({ folds = [] }) => folds.length === 0);
  const then = measures.filter(({ folds = [] }) => folds.length > 0);
  for (const table of tables) {
    table.begin();
    const observed = new Map<Measure, readonly Observation[]>();
    for (const measure of [...first, ...then]) {
      signal?.throwIfAborted();
      onProgress?.({ task: `${table.entry.id}: ${measure.id}`, done, total });
      observed.set(measure, await observe(measure, table));
      done += 1;
    }
    for (const measure of measures) {
      const observations = observed.get(measure) ?? [];
      results.push(...observations.map((one) => resultOf(measure, table, one)));
      for (const rule of findingRules) {
        if (rule.measure === measure.id) found.push(...(await rule.find(observations, table)));
      }
    }
  }
  onProgress?.({ task: tables[0]?.entry.id ?? '', done, total });
  return { results, found };
}

function resultOf(
  { id, name }: Measure,
  { recordSet }: TableFacts,
  { field, value, scanned }: Observation,
): MeasureResult {
  return {
    id,
    name,
    recordSet: recordSet.id,
    ...(field !== undefined && { field }),
    result: value,
    ...(scanned !== undefined && { scanned }),
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
