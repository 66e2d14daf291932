import type {
  DatasetEntry,
  MeasureResult,
  Requirement,
  RequirementResult,
  ScenarioEntry,
} from '../../workspace/index.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Fold } from '../folds/fold.ts';
import { timeSampling } from '../folds/time-sampling.ts';
import type { Answer, Subject } from './answer.ts';
import { coverageAnswer } from './coverage.ts';
import { fieldAnswer } from './field.ts';
import { freshnessAnswer } from './freshness.ts';
import { labelsAnswer } from './labels.ts';
import { qualityAnswer } from './quality.ts';
import { rateAnswer } from './rate.ts';
import { volumeAnswer } from './volume.ts';

/** Folds that the pass over the records must run for {@link requirementsOf}. */
export const requirementFolds: readonly Fold<unknown>[] = [timeSampling];

/** How a dataset meets what a scenario demands, one by one; ages are told at the time `now`. */
export async function requirementsOf(
  { requirements }: ScenarioEntry,
  entry: DatasetEntry,
  tables: readonly TableFacts[],
  measures: readonly MeasureResult[],
  now: Date,
): Promise<readonly RequirementResult[]> {
  const results: RequirementResult[] = [];
  for (const requirement of requirements) {
    const { id, kind, level, description, source } = requirement;
    const answer = await answerOf(requirement, { entry, tables, measures, now });
    results.push({ id, kind, level, description, source, ...answer });
  }
  return results;
}

function answerOf(requirement: Requirement, subject: Subject): Promise<Answer> {
  switch (requirement.kind) {
    case 'field':
      return fieldAnswer(requirement, subject);
    case 'rate':
      return rateAnswer(requirement, subject);
    case 'volume':
      return volumeAnswer(requirement, subject);
    case 'coverage':
      return coverageAnswer(requirement, subject);
    case 'labels':
      return labelsAnswer(requirement, subject);
    case 'freshness':
      return freshnessAnswer(requirement, subject);
    case 'quality':
      return qualityAnswer(requirement, subject);
  }
}
