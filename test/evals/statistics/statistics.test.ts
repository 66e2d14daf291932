import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterBootstrap } from '../../../evals/statistics/cluster-bootstrap.ts';
import { clusteredShare } from '../../../evals/statistics/clustered-share.ts';
import { type Pair, pairedDifference } from '../../../evals/statistics/paired-difference.ts';
import { signFlip } from '../../../evals/statistics/sign-flip.ts';
import { wilson } from '../../../src/methods/intervals/index.ts';
import { normal, seeded } from '../../../src/methods/random.ts';

describe('clusteredShare', () => {
  it("is Wilson's where clusters are single items", () => {
    const scores = Array.from({ length: 40 }, (_, index) => [index < 13 ? 1 : 0]);
    const { estimate, low, high } = clusteredShare(scores);
    const plain = wilson(13, 40);
    expect(estimate).toBeCloseTo(plain.estimate, 12);
    // k/(k−1) costs one item of 40.
    expect(low).toBeCloseTo(wilson((13 / 40) * 39, 39).low, 12);
    expect(high).toBeCloseTo(wilson((13 / 40) * 39, 39).high, 12);
  });

  it('counts five items that always go together as one', () => {
    const clusters = [1, 1, 0, 1, 0, 1, 1, 0].map((score) => Array.from({ length: 5 }, () => score));
    const { low, high } = clusteredShare(clusters);
    expect(low).toBeCloseTo(wilson((5 / 8) * 7, 7).low, 12);
    expect(high).toBeCloseTo(wilson((5 / 8) * 7, 7).high, 12);
  });

  it('contains the mean, lies within [0, 1] and is never narrower than for independent items', () => {
    const scores = fc.array(fc.constantFrom(0, 1 / 3, 0.5, 1), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 12 }), (clusters) => {
        const all = clusters.flat();
        const { estimate, low, high } = clusteredShare(clusters);
        const plain = wilson(estimate * all.length, all.length);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(estimate + 1e-12);
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-12);
        expect(high - low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-9);
      }),
    );
  });
});

describe('signFlip', () => {
  it('counts exactly: six clusters all in favour give 2 of 64', () => {
    expect(signFlip([1, 1, 1, 1, 1, 1], seeded(1))).toBe(2 / 64);
  });

  it("agrees with Fisher's count for Darwin's maize", () => {
    // Differences in eighths of an inch; The Design of Experiments, section 21: 863 of 32,768 in one tail and as many in the other.
    const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    const exact = (2 * 863) / 32768;
    expect(signFlip(darwin, seeded(3), 20_000)).toBeCloseTo(exact, 2);
  });

  it('holds its level where there is no effect', () => {
    const rng = seeded(7);
    const rejected = Array.from({ length: 400 }, () =>
      signFlip(
        Array.from({ length: 10 }, () => normal(rng)),
        rng,
      ),
    ).filter((p) => p < 0.05).length;
    expect(wilson(rejected, 400).low).toBeLessThanOrEqual(0.05);
  });
});

describe('clusterBootstrap', () => {
  it('covers the truth of clustered items about as often as it says', () => {
    const rng = seeded(11);
    let covered = 0;
    const runs = 300;
    for (let run = 0; run < runs; run++) {
      const clusters = Array.from({ length: 15 }, () => {
        const shift = normal(rng);
        return Array.from({ length: 4 }, () => 2 + shift + normal(rng));
      });
      const { low, high } = clusterBootstrap(clusters, rng, { resamples: 500 });
      if (low <= 2 && 2 <= high) covered++;
    }
    expect(covered / runs).toBeGreaterThan(0.88);
    expect(covered / runs).toBeLessThan(0.98);
  });

  it('is the same for the same seed', () => {
    const clusters = [[1, 0], [0], [1, 1, 0]];
    expect(clusterBootstrap(clusters, seeded(5))).toEqual(clusterBootstrap(clusters, seeded(5)));
  });
});

describe('pairedDifference', () => {
  const pairs = (count: number, before: number, after: number): Pair[] =>
    Array.from({ length: count }, (_, index) => ({ cluster: `c${index % 10}`, before, after }));

  it('calls a certain gain a help and a certain loss a harm', () => {
    expect(pairedDifference(pairs(30, 0, 1), seeded(1)).verdict).toBe('helps');
    expect(pairedDifference(pairs(30, 1, 0), seeded(1)).verdict).toBe('harms');
  });

  it('calls equal arms no material difference once there are enough items to have met one', () => {
    // 1 − 0.05^(1/n) < 0.05 from n = 59.
    expect(pairedDifference(pairs(58, 1, 1), seeded(1)).verdict).toBe('inconclusive');
    expect(pairedDifference(pairs(59, 1, 1), seeded(1)).verdict).toBe('no_material_difference');
  });

  it('draws no conclusion from fewer than six clusters', () => {
    const few = pairs(30, 0, 1).map((pair, index) => ({ ...pair, cluster: `c${index % 5}` }));
    expect(pairedDifference(few, seeded(1)).verdict).toBe('inconclusive');
  });

  it('turns its sign when the arms are exchanged', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
            before: fc.constantFrom(0, 0.5, 1),
            after: fc.constantFrom(0, 0.5, 1),
          }),
          { minLength: 1, maxLength: 20 },
        ),
        (list) => {
          const there = pairedDifference(list, seeded(2)).difference.estimate;
          const back = pairedDifference(
            list.map(({ cluster, before, after }) => ({ cluster, before: after, after: before })),
            seeded(2),
          ).difference.estimate;
          expect(there).toBeCloseTo(-back, 12);
        },
      ),
      { numRuns: 25 },
    );
  });
});
