import type { Embedder } from '../embedding/embedder.ts';
import type { VectorIndex, Vectors } from '../vectors/vector-index.ts';

/** Meaning beside words: vectors of the passages, by row, and what makes those of questions. */
export interface Semantic {
  /** Share of the similarity in a score, 0 to 1. */
  readonly weight: number;
  /** From this cosine on a passage is a hit though it holds none of the question's words. */
  readonly floor: number;
  readonly vectors: Vectors;
  readonly index: VectorIndex;
  readonly embedder: Embedder;
}
