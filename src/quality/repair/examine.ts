import { type CheckOptions, type Examination, examineDataset } from '../check-dataset.ts';
import { findingRules } from '../findings/index.ts';

/**
 * An examination with the findings of these ids: by their measures alone where their kinds tell which, by all where one is not
 * found so.
 */
export async function examineFindings(
  dataset: string,
  ids: readonly string[] | 'all',
  options: Omit<CheckOptions, 'only'>,
): Promise<Examination> {
  const only = ids === 'all' ? undefined : measuresOf(ids);
  if (only) {
    const part = await examineDataset(dataset, { ...options, only });
    const found = new Set(part.found.map(({ finding }) => finding.id));
    if (ids !== 'all' && ids.every((id) => found.has(id))) return part;
  }
  return examineDataset(dataset, options);
}

/** Ids of findings begin with their kind. */
function measuresOf(ids: readonly string[]): readonly string[] | undefined {
  const rules = ids.map((id) => findingRules.find(({ kind }) => kind === id.split(':')[0]));
  if (rules.length === 0 || rules.includes(undefined)) return undefined;
  return [...new Set(rules.flatMap((rule) => rule?.measure ?? []))];
}
