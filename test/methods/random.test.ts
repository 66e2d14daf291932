import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integer, normal, sampleWithout, seeded, shuffle } from '../../src/methods/random.ts';

const draw = (seed: number, n: number) => {
  const rng = seeded(seed);
  return Array.from({ length: n }, rng);
};

describe('seeded', () => {
  it('repeats itself for one seed and differs for another', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
  });

  it('is uniform in the very first number over small seeds', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => draw(seed, 1)[0] ?? Number.NaN);
    const mean = first.reduce((a, b) => a + b, 0) / first.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    expect(new Set(first).size).toBe(1000);
  });

  it('is the Mersenne twister: the published first outputs for seed 5489', () => {
    // MT19937 with init_genrand(5489): 3499211612, 581869302. A double takes 26 and 27 bits of two outputs.
    const [value] = draw(5489, 1);
    expect(Math.floor((value ?? 0) * 2 ** 16)).toBe(
      Math.floor((((3499211612 % 2 ** 26) * 2 ** 27 + (581869302 % 2 ** 27)) / 2 ** 53) * 2 ** 16),
    );
  });

  it('refuses a seed that is no integer', () => {
    expect(() => seeded(0.5)).toThrow(/integer/);
  });
});

describe('draws', () => {
  it('keeps an integer within its bounds and reaches both', () => {
    const rng = seeded(1);
    const seen = new Set(Array.from({ length: 200 }, () => integer(rng, -1, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('has the moments of the normal distribution', () => {
    const rng = seeded(3);
    const values = Array.from({ length: 20_000 }, () => normal(rng, 10, 2));
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });

  it('shuffles to a permutation and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
        const before = [...list];
        const sort = (items: readonly number[]) => [...items].sort((a, b) => a - b);
        expect(sort(shuffle(seeded(seed), list))).toEqual(sort(list));
        expect(list).toEqual(before);
      }),
    );
  });

  it('draws each item about equally often, without repeats', () => {
    const rng = seeded(5);
    const counts = new Map<number, number>();
    for (let i = 0; i < 3000; i++) {
      const drawn = sampleWithout(rng, [0, 1, 2, 3, 4, 5], 2);
      expect(new Set(drawn).size).toBe(2);
      for (const item of drawn) counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
    expect(() => sampleWithout(rng, [1], 2)).toThrow(/1/);
  });
});
