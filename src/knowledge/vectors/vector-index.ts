/** Rows of equal dimension, of length 1, or all zero where nothing is known of the text. */
export interface Vectors {
  readonly dimension: number;
  readonly count: number;
  /** Row after row. */
  readonly data: Float32Array;
}

export interface Neighbour {
  readonly row: number;
  /** Cosine, -1 to 1. */
  readonly similarity: number;
}

/** Finds the rows that are nearest to a vector by cosine. */
export interface VectorIndex {
  readonly kind: 'exact' | 'hnsw';
  readonly dimension: number;
  readonly count: number;
  /** Nearest first, at most `limit`, only rows that `accept` admits. Errors: `invalid_argument` for a vector of another dimension or with a value that is not finite. */
  search(vector: Float32Array, limit: number, accept?: (row: number) => boolean): readonly Neighbour[];
  /** Stores what took long to build; absent where building is nothing. */
  write?(path: string): Promise<void>;
}

export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** One way to find neighbours. Errors of `build`: `invalid_argument` for a value that is not finite, `cancelled`. */
export interface VectorIndexPlug {
  readonly kind: VectorIndex['kind'];
  build(vectors: Vectors, options?: BuildOptions): Promise<VectorIndex>;
  /** What `write` stored for these vectors; undefined where the file cannot be that. The caller has compared checksums. */
  read?(path: string, vectors: Vectors): Promise<VectorIndex | undefined>;
}
