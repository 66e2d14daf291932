import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasureDefinition, TrendPoint } from '../../workspace/index.ts';
import { type HistoryLine, lineSchema } from './line.ts';

export function historyFile(folder: string, dataset: string): string {
  return join(folder, 'history', `${dataset}.jsonl`);
}

/** What a file of a history holds; empty where there is none. */
export async function historyText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

function parsed(text: string): HistoryLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The lines that can be read, oldest first, one of each basis. A line that a killed process left half written is passed over. */
export function linesOf(text: string): readonly HistoryLine[] {
  const byBasis = new Map<string, HistoryLine>();
  for (const line of text.split('\n')) {
    const read = line === '' ? undefined : parsed(line);
    if (read && !byBasis.has(read.basis)) byBasis.set(read.basis, read);
  }
  return [...byBasis.values()].toSorted((a, b) => a.measuredAt.localeCompare(b.measuredAt));
}

/** A line as a point of a trend; a measure that the program no longer has keeps its id as its name. */
export function pointOf(line: HistoryLine, definitions: readonly MeasureDefinition[]): TrendPoint {
  const { dataset, hash, verdict, scenario, profile, tool, measuredAt, rows, severities } = line;
  return {
    dataset,
    hash,
    verdict,
    scenario,
    profile,
    tool,
    measuredAt,
    rows,
    findings: severities,
    measures: line.measures.map(({ id, version, recordSet, value }) => {
      const known = definitions.find((one) => one.id === id);
      const name = known?.name ?? { zh: id, en: id };
      return { id, version, name, direction: known?.direction ?? 'higher_is_better', recordSet, value };
    }),
  };
}
