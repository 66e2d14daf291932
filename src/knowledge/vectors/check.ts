import { ZhujiError } from '../../workspace/index.ts';
import type { Vectors } from './vector-index.ts';

/** HNSW takes NaN and foreign dimensions without a word and answers nonsense: both are refused here, for every plug. */
export function checkVectors(vectors: Vectors): void {
  const { data, dimension, count } = vectors;
  if (data.length !== dimension * count) {
    throw new ZhujiError('invalid_argument', {
      en: `${count} vectors of dimension ${dimension} need ${dimension * count} numbers, not ${data.length}.`,
      zh: `${count} 个 ${dimension} 维向量需要 ${dimension * count} 个数值，实有 ${data.length} 个。`,
    });
  }
  const bad = data.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Vector ${Math.floor(bad / dimension)} holds ${data[bad]}.`,
        zh: `向量 ${Math.floor(bad / dimension)} 中含有 ${data[bad]}。`,
      },
      {
        recovery: {
          en: 'Vectors hold finite numbers only; check what made them.',
          zh: '向量只能由有限数值构成，请检查其来源。',
        },
      },
    );
  }
}

export function checkQuery(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension || vector.some((value) => !Number.isFinite(value))) {
    throw new ZhujiError(
      'invalid_argument',
      { en: `A query needs ${dimension} finite numbers.`, zh: `查询向量需要 ${dimension} 个有限数值。` },
      {
        details: { dimension: vector.length },
      },
    );
  }
}
