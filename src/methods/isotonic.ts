import { ZhujiError } from '../workspace/index.ts';

interface Block {
  readonly mean: number;
  readonly weight: number;
  readonly size: number;
}

/**
 * Least-squares fit of `values` that never rises (or never falls), by pooling adjacent violators.
 * R. E. Barlow et al., Statistical Inference under Order Restrictions, Wiley 1972. `weights` default to 1.
 */
export function isotonic(
  values: readonly number[],
  direction: 'rising' | 'falling',
  weights?: readonly number[],
): number[] {
  if (weights !== undefined && weights.length !== values.length) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `${weights.length} weights for ${values.length} values.`,
        zh: `${values.length} 个数值却给出 ${weights.length} 个权重。`,
      },
      {
        recovery: { en: 'Give one weight for each value.', zh: '请为每个数值给出一个权重。' },
      },
    );
  }
  const sign = direction === 'rising' ? 1 : -1;
  const blocks: Block[] = [];
  for (const [i, value] of values.entries()) {
    let block: Block = { mean: value, weight: weights?.[i] ?? 1, size: 1 };
    for (let last = blocks.at(-1); last && sign * (last.mean - block.mean) > 0; last = blocks.at(-1)) {
      const weight = last.weight + block.weight;
      const mean = (last.mean * last.weight + block.mean * block.weight) / weight;
      block = { mean, weight, size: last.size + block.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => new Array<number>(block.size).fill(block.mean));
}
