import { ZhujiError } from '../../workspace/index.ts';
import type { Vectors } from './vector-index.ts';

/** HNSW takes NaN and foreign dimensions without a word and answers nonsense: both are refused here, for every plug. */
export function checkVectors(vectors: Vectors): void {
  const { data, dimension, count } = vectors;
  if (data.length !== dimension * count) {
    throw new ZhujiError(
      'invalid_argument',
      `${count} vectors of dimension ${dimension} need ${dimension * count} numbers, not ${data.length}.`,
    );
  }
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new ZhujiError('invalid_argument', `Vector ${Math.floor(bad / dimension)} holds ${data[bad]}.`, {
      recovery: 'Vectors hold finite numbers only; check what made them.',
    });
  }
}

export function checkQuery(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension || vector.some((value) => !Number.isFinite(value))) {
    throw new ZhujiError('invalid_argument', `A query needs ${dimension} finite numbers.`, {
      details: { dimension: vector.length },
    });
  }
}
