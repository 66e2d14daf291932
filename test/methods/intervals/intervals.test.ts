import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, lowerBound, normalQuantile, wilson } from '../../../src/methods/intervals/index.ts';

describe('wilson', () => {
  it('agrees with published values', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    for (const [successes, n, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(successes, n);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('knows nothing of no trials', () => {
    expect(wilson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('clopperPearson', () => {
  it('agrees with published values', () => {
    // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 5.
    for (const [successes, n, low, high] of [
      [81, 263, 0.2527, 0.3676],
      [15, 148, 0.0578, 0.1617],
      [0, 20, 0, 0.1684],
      [1, 29, 0.0009, 0.1776],
    ] as const) {
      const interval = clopperPearson(successes, n);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('holds the share, is wider than Wilson’s, and mirrors', () => {
    const trials = fc
      .integer({ min: 1, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(trials, ([successes, n]) => {
        const { low, high, estimate } = clopperPearson(successes, n);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        const plain = wilson(successes, n);
        expect(high - low).toBeGreaterThan((plain.high - plain.low) * 0.9);
        const mirrored = clopperPearson(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });

  it('knows nothing of no trials', () => {
    expect(clopperPearson(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('lowerBound', () => {
  it('is the rule of three, exactly, where nothing is wrong', () => {
    expect(lowerBound(59, 59, 0.95)).toBeCloseTo(0.05 ** (1 / 59), 12);
    expect(lowerBound(59, 59, 0.95)).toBeGreaterThan(0.95);
    expect(lowerBound(58, 58, 0.95)).toBeLessThan(0.95);
  });

  it('is 0 where nothing is right', () => {
    expect(lowerBound(0, 10, 0.95)).toBe(0);
    expect(lowerBound(0, 0, 0.95)).toBe(0);
  });
});

it('normalQuantile gives the familiar limits', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 9);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
});
