import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { QualityReport } from '../../workspace/index.ts';
import { lineOf } from './line.ts';
import { historyFile, historyText, linesOf } from './read.ts';

/**
 * Adds a report to the history of its dataset, unless one of the same basis is there. One write at the end of the file, so that
 * two processes do not mix their lines; should both add the same basis, a reader counts it once.
 */
export async function appendHistory(
  folder: string,
  report: QualityReport,
  version: string,
  basis: string,
): Promise<void> {
  const file = historyFile(folder, report.dataset);
  const text = await historyText(file);
  if (linesOf(text).some((line) => line.basis === basis)) return;
  await mkdir(dirname(file), { recursive: true });
  const broken = text !== '' && !text.endsWith('\n');
  await appendFile(file, `${broken ? '\n' : ''}${JSON.stringify(lineOf(report, version, basis))}\n`);
}
