export interface VectorIndexKind {
  /** `exact` where hnswlib-node cannot be loaded. */
  readonly kind: 'hnsw' | 'exact';
  /** Why hnswlib-node cannot be loaded, `''` where it can. */
  readonly reason: string;
}

/** Which vector index this machine can use for large collections. */
export async function vectorIndexKind(): Promise<VectorIndexKind> {
  try {
    await import('hnswlib-node');
    return { kind: 'hnsw', reason: '' };
  } catch (error) {
    return { kind: 'exact', reason: error instanceof Error ? error.message : String(error) };
  }
}
