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
    throw new ZhujiError('invalid_argument', `A seed must be an integer, not ${seed}.`, {
      recovery: 'Give a whole number, e.g. 1.',
    });
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
    throw new ZhujiError('invalid_argument', `Cannot draw ${n} different items from ${list.length}.`, {
      recovery: `Ask for 0 to ${list.length} items.`,
    });
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
