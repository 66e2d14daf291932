import { loadHnsw } from './hnsw.ts';

export interface VectorIndexKind {
  /** `exact` where hnswlib-node cannot be loaded. */
  readonly kind: 'hnsw' | 'exact';
  /** Why hnswlib-node cannot be loaded, `''` where it can. */
  readonly reason: string;
}

/** Which vector index this machine can use for large collections. */
export async function vectorIndexKind(): Promise<VectorIndexKind> {
  const { library, reason } = await loadHnsw();
  return { kind: library ? 'hnsw' : 'exact', reason };
}
