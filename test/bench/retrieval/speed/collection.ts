import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { indexKnowledge, type OpenedKnowledge, openKnowledge } from '../../../../src/knowledge/index.ts';
import type { SetDocument } from '../set.ts';
import { writePassages } from './passages.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** What is freed in one round lets go of more in the next. */
async function heldBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    collectGarbage();
    await setTimeout(50);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function folderBytes(folder: string): Promise<number> {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

export interface IndexedCollection {
  readonly knowledge: OpenedKnowledge;
  readonly passages: number;
  /** Which vector index serves it. */
  readonly engine: string;
  readonly buildSeconds: number;
  readonly openSeconds: number;
  /** Event-loop delay at the 99th percentile while it was indexed, in ms. */
  readonly loopP99: number;
  readonly diskBytes: number;
  readonly memoryBytes: number;
  close(): Promise<void>;
}

/** Indexes passages as `zhuji index` does, and opens them. */
export async function indexPassages(passages: readonly SetDocument[]): Promise<IndexedCollection> {
  const root = await mkdtemp(join(tmpdir(), 'zhuji-speed-'));
  const at = { folder: join(root, 'knowledge'), indexFolder: join(root, 'index') };
  await writePassages(passages, at.folder);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const report = await indexKnowledge(at);
  const buildSeconds = (performance.now() - started) / 1000;
  delay.disable();
  const before = await heldBytes();
  const opened = performance.now();
  const knowledge = await openKnowledge(at);
  const openSeconds = (performance.now() - opened) / 1000;
  const { kind, weight } = report.vectors;
  return {
    knowledge,
    passages: report.passages,
    engine: kind === 'none' ? 'BM25, vectors earned no weight' : `BM25 + ${kind}, weight ${weight}`,
    buildSeconds,
    openSeconds,
    // The monitor counts its own interval of 5 ms.
    loopP99: delay.percentile(99) / 1e6 - 5,
    diskBytes: await folderBytes(at.indexFolder),
    memoryBytes: (await heldBytes()) - before,
    async close() {
      await knowledge.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
