import type { DatasetEntry, MeasureResult, RequirementResult, ScenarioEntry } from '../../workspace/index.ts';
import type { TableFacts } from '../facts/types.ts';

/** How a dataset meets what a scenario demands, one by one. */
export async function requirementsOf(
  { requirements }: ScenarioEntry,
  _entry: DatasetEntry,
  _tables: readonly TableFacts[],
  _measures: readonly MeasureResult[],
): Promise<readonly RequirementResult[]> {
  return requirements.map(({ id, kind, level, description, source }) => ({
    id,
    kind,
    level,
    description,
    source,
    status: 'not_measured',
    reason: { zh: '尚未评估', en: 'Not evaluated' },
  }));
}
