import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import { ZhujiError } from '../../workspace/index.ts';
import { buildApart } from './build-apart.ts';
import { checkQuery, checkVectors } from './check.ts';
import { exactPlug, similarity, unit } from './exact.ts';
import type { VectorIndex, VectorIndexPlug, Vectors } from './vector-index.ts';

const connections = 16;
const effortToBuild = 200;
/** Candidates looked at per search; recall is about 0.99 at 10,000 rows and 0.96 at 100,000. */
const effortToSearch = 200;
const seed = 1;

/** The library, or undefined with why where it cannot be loaded. */
export async function loadHnsw(): Promise<
  { library: typeof import('hnswlib-node'); reason: '' } | { library: undefined; reason: string }
> {
  try {
    // A CommonJS module: its classes are on the default export.
    const loaded = await import('hnswlib-node');
    return { library: loaded.default, reason: '' };
  } catch (error) {
    return {
      library: undefined,
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

async function library(): Promise<typeof import('hnswlib-node')> {
  const loaded = await loadHnsw();
  if (loaded.library) return loaded.library;
  throw new ZhujiError(
    'configuration',
    { en: `hnswlib-node cannot be loaded: ${loaded.reason}`, zh: `无法加载 hnswlib-node：${loaded.reason}` },
    {
      recovery: {
        en: 'Use the exact index, or install python3, make and a C++ compiler and reinstall.',
        zh: '请改用精确索引，或安装 python3、make 与 C++ 编译器后重新安装。',
      },
    },
  );
}

/** Answers what the approximate index finds with exact similarities; where a filter leaves it short, by comparing all. */
async function wrap(native: HierarchicalNSW, vectors: Vectors): Promise<VectorIndex> {
  const { dimension, count } = vectors;
  const exact = await exactPlug.build(vectors);
  return {
    kind: 'hnsw',
    dimension,
    count,
    search(vector, limit, accept) {
      checkQuery(vector, dimension);
      const wanted = Math.min(limit, count);
      if (wanted === 0) return [];
      const query = unit(vector);
      native.setEf(Math.max(effortToSearch, wanted * 2));
      const { neighbors } = native.searchKnn(Array.from(query), wanted, accept);
      if (neighbors.length < wanted) return exact.search(vector, limit, accept);
      return neighbors
        .map((row) => ({ row, similarity: similarity(vectors, row, query) }))
        .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
    },
    async write(path) {
      await native.writeIndex(path);
    },
  };
}

/** The library reads files of other vectors, and of another dimension, without complaint: some rows are compared. */
function holds(native: HierarchicalNSW, { data, dimension, count }: Vectors): boolean {
  if (native.getCurrentCount() !== count) return false;
  return [0, Math.floor(count / 2), count - 1].every((row) => {
    const point = native.getPoint(row);
    return point.every((value, i) => Math.abs(value - (data[row * dimension + i] ?? 0)) < 1e-4);
  });
}

/**
 * Hierarchical navigable small worlds (Malkov and Yashunin, 2018) by hnswlib-node. It is built
 * in a worker thread: the library blocks while it adds. Errors of `build` and `read`: `configuration` where it cannot be loaded.
 */
export const hnswPlug: VectorIndexPlug = {
  kind: 'hnsw',
  async build(vectors, options = {}) {
    checkVectors(vectors);
    const { HierarchicalNSW } = await library();
    const folder = await mkdtemp(join(tmpdir(), 'zhuji-hnsw-'));
    try {
      const path = join(folder, 'index');
      await buildApart({ ...vectors, connections, effort: effortToBuild, seed, path }, options);
      const native = new HierarchicalNSW('cosine', vectors.dimension);
      await native.readIndex(path);
      return await wrap(native, vectors);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  async read(path, vectors) {
    const { HierarchicalNSW } = await library();
    const native = new HierarchicalNSW('cosine', vectors.dimension);
    try {
      await native.readIndex(path);
    } catch {
      return undefined;
    }
    return holds(native, vectors) ? wrap(native, vectors) : undefined;
  },
};
