import { bestRows } from '../best-rows.ts';
import { checkQuery, checkVectors } from './check.ts';
import type { VectorIndexPlug, Vectors } from './vector-index.ts';

/** Cosine of a vector of length 1 and one row. */
export function similarity(vectors: Vectors, row: number, vector: Float32Array): number {
  const { data, dimension } = vectors;
  let sum = 0;
  for (let i = 0, at = row * dimension; i < dimension; i++, at++) sum += (data[at] ?? 0) * (vector[i] ?? 0);
  return sum;
}

/** The vector at length 1; all zero stays so. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Compares with every row: exact, and fast enough to about 20,000 rows (8 ms at 10,000 rows of 384). */
export const exactPlug: VectorIndexPlug = {
  kind: 'exact',
  async build(vectors) {
    checkVectors(vectors);
    const { dimension, count } = vectors;
    return {
      kind: 'exact',
      dimension,
      count,
      search(vector, limit, accept) {
        checkQuery(vector, dimension);
        const query = unit(vector);
        const above = new Float32Array(count);
        // Cosines from 1 to 3: what is chosen from must be above 0.
        for (let row = 0; row < count; row++) above[row] = 2 + similarity(vectors, row, query);
        return bestRows(above, limit, accept).map((row) => ({
          row,
          similarity: similarity(vectors, row, query),
        }));
      },
    };
  },
};
