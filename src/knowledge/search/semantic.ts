import type { VectorIndex, Vectors } from '../vectors/vector-index.ts';

/** Meaning beside words: vectors of the passages, by row, and of a question. */
export interface Semantic {
  /** Share of the similarity in a score, 0 to 1. */
  readonly weight: number;
  readonly vectors: Vectors;
  readonly index: VectorIndex;
  /** Undefined where nothing of the text is known. */
  embed(text: string): Promise<Float32Array | undefined>;
}
