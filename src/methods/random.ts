import { randomNormal } from 'd3-random';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { ZhujiError } from '../workspace/index.ts';

/** Uniform on [0, 1). Each call moves it on. */
export type Rng = () => number;

/**
 * A source of random numbers that a seed determines (MT19937). `seed` is a 32-bit integer.
 * Not xoroshiro: pure-rand fills its state with the bare seed, so the first numbers of all small seeds are near 1.
 */
export function seeded(seed: number): Rng {
  if (!Number.isInteger(seed)) {
    throw new ZhujiError(
      'invalid_argument',
      { en: `A seed must be an integer, not ${seed}.`, zh: `随机种子必须是整数，不能是 ${seed}。` },
      {
        recovery: { en: 'Give a whole number, e.g. 1.', zh: '请给出整数，例如 1。' },
      },
    );
  }
  const generator = mersenne(seed);
  return () => uniformFloat64(generator);
}

/** One draw of the normal distribution. For many draws make the sampler once with d3-random. */
export function normal(rng: Rng, mean = 0, sd = 1): number {
  return randomNormal.source(rng)(mean, sd)();
}

/** A whole number from `min` to `max`, both included. */
export function integer(rng: Rng, min: number, max: number): number {
  return min + Math.floor(rng() * (max - min + 1));
}

/** `n` different items of `list` in random order. Errors: `invalid_argument` where the list has fewer. */
export function sampleWithout<T>(rng: Rng, list: readonly T[], n: number): T[] {
  if (!Number.isInteger(n) || n < 0 || n > list.length) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Cannot draw ${n} different items from ${list.length}.`,
        zh: `无法从 ${list.length} 项中抽取 ${n} 个不同的项。`,
      },
      {
        recovery: { en: `Ask for 0 to ${list.length} items.`, zh: `抽取数量应为 0 到 ${list.length}。` },
      },
    );
  }
  const pool = [...list];
  // Fisher and Yates, from the front, as far as is needed.
  for (let i = 0; i < n; i++) {
    const [drawn] = pool.splice(integer(rng, i, pool.length - 1), 1, pool[i] as T);
    pool[i] = drawn as T;
  }
  return pool.slice(0, n);
}

/** The items of `list` in random order; the list itself is left alone. */
export function shuffle<T>(rng: Rng, list: readonly T[]): T[] {
  return sampleWithout(rng, list, list.length);
}
