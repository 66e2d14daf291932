import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  type Ratings,
  scales,
} from '../../../src/methods/agreement/index.ts';
import { integer, seeded, shuffle } from '../../../src/methods/index.ts';
import { diagnoses, pairsOf, reliability } from './published.ts';

const quick = { resamples: 50 };

describe('published values', () => {
  it("Fleiss' psychiatric diagnoses: 0.430", () => {
    const kappa = fleissKappa(diagnoses, seeded(1));
    expect(kappa.estimate).toBeCloseTo(0.4302445, 7);
    expect(kappa.items).toBe(30);
    expect(kappa.low).toBeGreaterThan(0.25);
    expect(kappa.low).toBeLessThan(0.4);
    expect(kappa.high).toBeGreaterThan(0.46);
    expect(kappa.high).toBeLessThan(0.6);
  });

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)("Krippendorff's reliability data, %s: %d", (scale, value) => {
    const alpha = krippendorffAlpha(reliability, scale, seeded(1));
    expect(alpha.estimate).toBeCloseTo(value, 3);
    expect(alpha.items).toBe(11);
    expect(alpha.low).toBeLessThan(alpha.estimate);
    expect(alpha.high).toBeGreaterThan(alpha.estimate);
  });

  it.each([
    // SAS PROC FREQ, as statsmodels compares itself with it.
    ['none', 0.4842, 0.2137, 0.7547],
    ['linear', 0.4701, 0.1845, 0.7558],
  ] as const)('Cohen, weights %s: %d', (weights, estimate, low, high) => {
    const kappa = cohenKappa(
      pairsOf([
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ]),
      { weights },
    );
    expect(kappa.estimate).toBeCloseTo(estimate, 4);
    expect(kappa.low).toBeCloseTo(low, 4);
    expect(kappa.high).toBeCloseTo(high, 4);
  });

  it.each([
    // The anxiety ratings of the R package irr, raters 2 and 3.
    ['none', -0.006289308],
    ['linear', 0.1459075],
    ['quadratic', 0.2520325],
  ] as const)('anxiety ratings, weights %s: %d', (weights, value) => {
    const second = [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4];
    const third = [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2];
    const ratings = second.map((label, item) => [label, third[item] ?? null]);
    expect(cohenKappa(ratings, { weights }).estimate).toBeCloseTo(value, 7);
  });

  it('Fleiss, Statistical Methods for Rates and Proportions, table 13.1: 0.68', () => {
    const kappa = cohenKappa(
      pairsOf([
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ]),
    );
    expect(kappa.estimate).toBeCloseTo(0.6765, 4);
  });
});

const labels = fc.integer({ min: 1, max: 4 });
const full = fc.integer({ min: 2, max: 5 }).chain((annotators) =>
  fc.array(fc.array(labels, { minLength: annotators, maxLength: annotators }), {
    minLength: 3,
    maxLength: 30,
  }),
);

const coefficients: readonly (readonly [string, (ratings: Ratings) => number])[] = [
  ['fleiss', (ratings) => fleissKappa(ratings, seeded(1), quick).estimate],
  ...scales.map(
    (scale) =>
      [
        `alpha ${scale}`,
        (ratings: Ratings) => krippendorffAlpha(ratings, scale, seeded(1), quick).estimate,
      ] as const,
  ),
];

describe.each(coefficients)('%s', (_, coefficient) => {
  it('is 1 where all agree on different labels, and not defined where there is one label only', () => {
    expect(
      coefficient([
        [1, 1],
        [2, 2],
        [4, 4],
        [1, 1],
      ]),
    ).toBe(1);
    expect(
      coefficient([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNaN();
    expect(coefficient([])).toBeNaN();
  });

  it('does not depend on the order of items and annotators, and never exceeds 1', () => {
    fc.assert(
      fc.property(full, fc.integer(), (ratings, seed) => {
        const value = coefficient(ratings);
        const mixed = shuffle(
          seeded(seed),
          ratings.map((item) => shuffle(seeded(seed), item)),
        );
        if (Number.isNaN(value)) expect(coefficient(mixed)).toBeNaN();
        else expect(coefficient(mixed)).toBeCloseTo(value, 9);
        expect(value > 1).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('is near 0 where the labels are drawn by lot', () => {
    const rng = seeded(7);
    const ratings = Array.from({ length: 3000 }, () => [1, 2, 3].map(() => integer(rng, 1, 4)));
    expect(Math.abs(coefficient(ratings))).toBeLessThan(0.03);
  });
});

describe('cohen', () => {
  it('does not depend on which annotator comes first, nor on names of nominal labels', () => {
    const pair = fc.array(fc.tuple(labels, labels), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(pair, (ratings) => {
        const kappa = cohenKappa(ratings);
        const turned = cohenKappa(ratings.map(([a, b]) => [`x${9 - b}`, `x${9 - a}`]));
        expect(Number.isNaN(turned.estimate)).toBe(Number.isNaN(kappa.estimate));
        if (Number.isNaN(kappa.estimate)) return;
        expect(turned.estimate).toBeCloseTo(kappa.estimate, 9);
        expect(turned.low).toBeCloseTo(kappa.low, 9);
        expect(kappa.low <= kappa.estimate && kappa.estimate <= kappa.high).toBe(true);
      }),
    );
  });

  it('with quadratic weights is an intraclass correlation: 1 for equal labels, below for a constant offset', () => {
    expect(
      cohenKappa(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        { weights: 'quadratic' },
      ).estimate,
    ).toBe(1);
    expect(
      cohenKappa(
        [
          [1, 2],
          [2, 3],
          [3, 4],
        ],
        { weights: 'quadratic' },
      ).estimate,
    ).toBeLessThan(0.7);
  });

  it('leaves out what one of the two did not label', () => {
    const pairs = [
      [1, 1],
      [2, 2],
      [2, 1],
    ];
    expect(cohenKappa([...pairs, [1, null], [null, 2]])).toEqual(cohenKappa(pairs));
  });

  it('covers the true coefficient about as often as it says', () => {
    const rng = seeded(11);
    let covered = 0;
    for (let run = 0; run < 400; run++) {
      // Two annotators who know with probability 0.8 and else guess among two: kappa is 0.64.
      const ratings = Array.from({ length: 150 }, () => {
        const truth = integer(rng, 0, 1);
        const label = () => (rng() < 0.8 ? truth : integer(rng, 0, 1));
        return [label(), label()];
      });
      const { low, high } = cohenKappa(ratings);
      if (low <= 0.64 && 0.64 <= high) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
  });
});

describe('alpha', () => {
  it('equals Fleiss’ kappa but for its correction of small samples', () => {
    fc.assert(
      fc.property(full, (ratings) => {
        const kappa = fleissKappa(ratings, seeded(1), quick).estimate;
        const alpha = krippendorffAlpha(ratings, 'nominal', seeded(1), quick).estimate;
        const all = ratings.flat().length;
        if (!Number.isNaN(kappa)) expect(alpha).toBeCloseTo(1 - (1 - kappa) * (1 - 1 / all), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its digits far from zero', () => {
    const far = reliability.map((unit) => unit.map((label) => (label === null ? null : Number(label) + 1e7)));
    expect(krippendorffAlpha(far, 'interval', seeded(1), quick).estimate).toBeCloseTo(0.849, 3);
  });

  it('takes text on a nominal scale, on an ordinal one in its order, and on no other', () => {
    const words: Ratings = reliability.map((unit) =>
      unit.map((label) => (label === null ? null : `level ${label}`)),
    );
    expect(krippendorffAlpha(words, 'nominal', seeded(1), quick).estimate).toBeCloseTo(0.743, 3);
    const order = [1, 2, 3, 4, 5].map((label) => `level ${label}`);
    expect(krippendorffAlpha(words, 'ordinal', seeded(1), { ...quick, order }).estimate).toBeCloseTo(
      0.815,
      3,
    );
    expect(() => krippendorffAlpha(words, 'ordinal', seeded(1))).toThrow(/must be numbers, not "level 1"/);
    expect(() => krippendorffAlpha(words, 'ordinal', seeded(1), { order: ['level 1'] })).toThrow(/no place/);
    expect(() => krippendorffAlpha([[-1, 2]], 'ratio', seeded(1))).toThrow(/negative/);
  });

  it('covers the true coefficient about as often as it says', () => {
    const rng = seeded(13);
    let covered = 0;
    const runs = 150;
    for (let run = 0; run < runs; run++) {
      const ratings = Array.from({ length: 100 }, () => {
        const truth = integer(rng, 0, 1);
        return [1, 2, 3].map(() => (rng() < 0.8 ? truth : integer(rng, 0, 1)));
      });
      const { low, high } = krippendorffAlpha(ratings, 'nominal', rng, { resamples: 300 });
      if (low <= 0.64 && 0.64 <= high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.9);
  });
});

it('fleiss refuses items with unequal numbers of labels, and points to alpha', () => {
  expect(() =>
    fleissKappa(
      [
        [1, 1],
        [1, null],
      ],
      seeded(1),
    ),
  ).toThrow(/equally many labels/);
});
