import { progress } from '../shared/index.ts';
import { meanQuality, type RankingQuality, rankingQuality } from './quality.ts';
import type { RetrievalSet } from './set.ts';
import type { RetrievalSystem } from './systems/system.ts';

export interface Measured extends RankingQuality {
  readonly system: string;
  /** s. */
  readonly build: number;
  /** ms of one search. */
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number | null;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Builds an index of the set and asks all its questions, one after another. */
export async function measure(system: RetrievalSystem, set: RetrievalSet): Promise<Measured> {
  progress(`${set.name}: ${system.name}`);
  const started = performance.now();
  const built = await system.build(set.documents);
  const build = (performance.now() - started) / 1000;
  try {
    const times: number[] = [];
    const all: RankingQuality[] = [];
    for (const { id, text } of set.queries) {
      const asked = performance.now();
      const found = await built.search(text);
      times.push(performance.now() - asked);
      all.push(rankingQuality(found, set.relevance.get(id) ?? new Map()));
    }
    times.sort((a, b) => a - b);
    return {
      system: system.name,
      ...meanQuality(all),
      build,
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      bytes: built.bytes,
    };
  } finally {
    await built.close();
  }
}
