import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { ZhujiError } from '../../workspace/index.ts';
import type { BuildOptions, Vectors } from './vector-index.ts';

/** What the worker gets. */
export interface HnswTask extends Vectors {
  readonly connections: number;
  readonly effort: number;
  readonly seed: number;
  /** Where the finished index is written. */
  readonly path: string;
}

const cancelled = () =>
  new ZhujiError('cancelled', { en: 'Indexing was cancelled.', zh: '建立索引已取消。' });

/*
 * What the thread runs. It is plain JavaScript in a text, since a thread of Node reads no TypeScript, and the sources must run
 * as they are. Points are plain numbers: the library refuses a Float32Array.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { library, data, dimension, count, connections, effort, seed, path } = workerData;
const { HierarchicalNSW } = require(library);
const native = new HierarchicalNSW('cosine', dimension);
native.initIndex(Math.max(1, count), connections, effort, seed);
for (let row = 0; row < count; row++) {
  native.addPoint(Array.from(data.subarray(row * dimension, (row + 1) * dimension)), row);
  if (row % 500 === 0) parentPort.postMessage(row);
}
native.writeIndexSync(path);
`;

function start(task: HnswTask): Worker {
  const library = createRequire(import.meta.url).resolve('hnswlib-node');
  return new Worker(program, { eval: true, execArgv: [], workerData: { ...task, library } });
}

/** Builds an HNSW index in a thread of its own, since the library blocks while it adds. Errors: `cancelled`. */
export function buildApart(task: HnswTask, { signal, onProgress }: BuildOptions): Promise<void> {
  if (signal?.aborted) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const worker = start(task);
    const stop = () => {
      reject(cancelled());
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (done: number) => onProgress?.(done));
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    });
  });
}
