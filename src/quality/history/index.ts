import type { TrendPoint } from '../../workspace/index.ts';
import { definitions } from '../check-dataset.ts';
import { historyFile, historyText, linesOf, pointOf } from './read.ts';

export { appendHistory } from './append.ts';

/**
 * The trend of a dataset: a point for each report that was made of it, oldest first; for general use, or for the scenario.
 * `folder`: where the reports are kept. Empty where there is no history.
 */
export async function readHistory(
  folder: string,
  dataset: string,
  scenario: string | null = null,
): Promise<readonly TrendPoint[]> {
  const lines = linesOf(await historyText(historyFile(folder, dataset)));
  return lines.filter((line) => line.scenario === scenario).map((line) => pointOf(line, definitions));
}
