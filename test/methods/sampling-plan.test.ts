import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawOrdinals, samplingPlan, seeded, stratifiedEstimate } from '../../src/methods/index.ts';

const one = (records: number) => [{ id: 'all', records }];

describe('samplingPlan', () => {
  it('asks for the textbook number: half a width of 0.05 takes about 385 of many, 278 of a thousand', () => {
    // Cochran, section 4.4: 1.96² · 0.25 / 0.05² = 384.2; Wilson's interval is narrower by z² records.
    expect(samplingPlan(one(10_000_000), { halfWidth: 0.05 }).size).toBe(381);
    expect(samplingPlan(one(1000), { halfWidth: 0.05 }).size).toBe(276);
    expect(samplingPlan(one(10_000_000), { halfWidth: 0.02, expected: 0.95 }).size).toBeLessThan(500);
  });

  it('asks for 59 records, none wrong, to show 95 % at 95 %', () => {
    expect(samplingPlan(one(10_000_000), { atLeast: 0.95 })).toMatchObject({ size: 59, mostWrong: 0 });
    // The next of the well-known series: 93 with one wrong, 124 with two.
    const some = samplingPlan(one(10_000_000), { atLeast: 0.95, expected: 0.985 });
    expect([59, 93, 124, 153, 181]).toContain(some.size);
    expect(some.mostWrong).toBeGreaterThanOrEqual(some.size * 0.015);
  });

  it('inspects all where a sample cannot show it', () => {
    expect(samplingPlan(one(30), { halfWidth: 0.001 }).size).toBe(30);
    expect(samplingPlan(one(30), { atLeast: 0.999 })).toMatchObject({ size: 30, mostWrong: 0 });
  });

  const strata = fc
    .array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 6 })
    .map((sizes) => sizes.map((records, index) => ({ id: `c${index}`, records })));

  it('gives the interval that was wanted, and at least so many of each class', () => {
    fc.assert(
      fc.property(
        strata,
        fc.double({ min: 0.02, max: 0.2, noNaN: true }),
        fc.integer({ min: 1, max: 20 }),
        (classes, halfWidth, perStratum) => {
          const plan = samplingPlan(classes, { halfWidth }, { perStratum });
          for (const { records, size } of plan.strata) {
            expect(size).toBeGreaterThanOrEqual(Math.min(records, perStratum));
            expect(size).toBeLessThanOrEqual(records);
          }
          expect(plan.size).toBe(plan.strata.reduce((sum, { size }) => sum + size, 0));
          const { low, high } = stratifiedEstimate(
            plan.strata.map((stratum) => ({
              ...stratum,
              inspected: stratum.size,
              right: Math.round(stratum.size / 2),
            })),
          );
          // Rounding to whole right ones moves the share of small classes.
          expect((high - low) / 2).toBeLessThanOrEqual(halfWidth * 1.02);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives a bound that as many wrong ones as allowed still show, in whichever class they are', () => {
    fc.assert(
      fc.property(
        strata,
        fc.double({ min: 0.7, max: 0.97, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        (classes, atLeast, above) => {
          const plan = samplingPlan(classes, { atLeast, expected: atLeast + (1 - atLeast) * above });
          for (const bad of plan.strata) {
            const wrong = Math.min(plan.mostWrong ?? 0, bad.size);
            const estimate = stratifiedEstimate(
              plan.strata.map((stratum) => ({
                ...stratum,
                inspected: stratum.size,
                right: stratum.size - (stratum.id === bad.id ? wrong : 0),
              })),
            );
            if (plan.size < plan.records) expect(estimate.atLeast).toBeGreaterThanOrEqual(atLeast);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [[], { halfWidth: 0.02 }, /no record/],
    [one(10), { halfWidth: 0 }, /goal of 0/],
    [one(10), { halfWidth: 0.7 }, /goal of 0.7/],
    [one(10), { atLeast: 0.9, expected: 0.9 }, /not above the bound/],
    [one(10), { halfWidth: 0.1, expected: 1.2 }, /expected share of 1.2/],
  ] as const)('refuses %j with %j', (classes, goal, message) => {
    expect(() => samplingPlan(classes, goal)).toThrow(message);
  });
});

describe('drawOrdinals', () => {
  it('draws different ones in range, ascending, the same for the same seed', () => {
    const sizes = fc
      .integer({ min: 0, max: 300 })
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: size, max: 1000 })));
    fc.assert(
      fc.property(sizes, fc.integer(), ([size, records], seed) => {
        const drawn = drawOrdinals(seeded(seed), records, size);
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
        expect(drawn).toHaveLength(size);
        if (size > 0)
          expect([drawn[0] ?? -1, drawn.at(-1) ?? records].every((n) => n >= 0 && n < records)).toBe(true);
        expect(drawOrdinals(seeded(seed), records, size)).toEqual(drawn);
      }),
    );
  });

  it('draws each equally often', () => {
    const rng = seeded(3);
    const times = new Array<number>(10).fill(0);
    for (let run = 0; run < 5000; run++) {
      for (const one of drawOrdinals(rng, 10, 3)) times[one] = (times[one] ?? 0) + 1;
    }
    for (const time of times) expect(Math.abs(time - 1500)).toBeLessThan(150);
  });
});

describe('stratifiedEstimate', () => {
  it('weights classes with their records', () => {
    const estimate = stratifiedEstimate([
      { id: 'common', records: 900, inspected: 50, right: 50 },
      { id: 'rare', records: 100, inspected: 50, right: 25 },
    ]);
    expect(estimate.estimate).toBeCloseTo(0.95, 12);
    expect(estimate).toMatchObject({ inspected: 100, wrong: 25, unseen: [] });
    expect(estimate.low).toBeLessThan(0.94);
  });

  it('is a point where all are inspected', () => {
    expect(stratifiedEstimate([{ id: 'a', records: 20, inspected: 20, right: 19 }])).toMatchObject({
      estimate: 0.95,
      low: 0.95,
      high: 0.95,
      atLeast: 0.95,
    });
  });

  it('says of what it says nothing', () => {
    const estimate = stratifiedEstimate([
      { id: 'a', records: 100, inspected: 10, right: 10 },
      { id: 'b', records: 7, inspected: 0, right: 0 },
    ]);
    expect(estimate.unseen).toEqual([{ id: 'b', records: 7 }]);
    expect(stratifiedEstimate([]).estimate).toBeNaN();
  });

  it('takes a population of unknown size for an infinite one', () => {
    const unknown = stratifiedEstimate([
      { id: 'all', records: Number.POSITIVE_INFINITY, inspected: 59, right: 59 },
    ]);
    expect(unknown.atLeast).toBeCloseTo(0.05 ** (1 / 59), 12);
    expect(unknown.effective).toBeCloseTo(59, 9);
  });

  it.each([
    ['evenly wrong', [0.95, 0.95, 0.95]],
    ['a rare class wrong', [0.98, 0.98, 0.6]],
    ['nearly all right', [0.995, 0.995, 0.99]],
  ] as const)('covers the true share as often as it says: %s', (_, shares) => {
    const rng = seeded(5);
    const classes = [3000, 1000, 120].map((records, index) => ({ id: `c${index}`, records }));
    const plan = samplingPlan(classes, { halfWidth: 0.04, expected: 0.9 }, { perStratum: 10 });
    const right = classes.map(({ records }, index) => Math.round(records * (shares[index] ?? 1)));
    const truth = right.reduce((sum, one) => sum + one, 0) / plan.records;
    let [covered, above] = [0, 0];
    const runs = 1000;
    for (let run = 0; run < runs; run++) {
      const estimate = stratifiedEstimate(
        plan.strata.map((stratum, index) => ({
          ...stratum,
          inspected: stratum.size,
          right: drawOrdinals(rng, stratum.records, stratum.size).filter(
            (record) => record < (right[index] ?? 0),
          ).length,
        })),
      );
      if (estimate.low <= truth && truth <= estimate.high) covered += 1;
      if (estimate.atLeast <= truth) above += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(above / runs).toBeGreaterThan(0.94);
  });
});
