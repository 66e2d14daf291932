import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallingCurve, inverse, isotonic } from '../../src/methods/index.ts';

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('isotonic', () => {
  it("gives the values of the example of R's isoreg", () => {
    expect(isotonic([1, 0, 4, 3, 3, 5, 4, 2, 0], 'rising')).toEqual([0.5, 0.5, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('weighs', () => {
    expect(isotonic([1, 4], 'falling', [1, 2])).toEqual([3, 3]);
    expect(() => isotonic([1, 4], 'falling', [1])).toThrow(/weight/);
  });

  it('never rises, keeps the mean, and leaves what already falls', () => {
    fc.assert(
      fc.property(values, (list) => {
        const fitted = isotonic(list, 'falling');
        const mean = (items: readonly number[]) => items.reduce((a, b) => a + b, 0) / items.length;
        fitted.slice(1).forEach((value, i) => {
          expect(value).toBeLessThanOrEqual((fitted[i] ?? 0) + 1e-9);
        });
        expect(mean(fitted)).toBeCloseTo(mean(list), 9);
        const falling = [...list].sort((a, b) => b - a);
        expect(isotonic(falling, 'falling')).toEqual(falling);
      }),
    );
  });
});

describe('inverse', () => {
  it('interpolates, takes the middle of a level stretch, and stops at the ends', () => {
    const curve = fallingCurve([0, 10, 20, 30], [8, 6, 6, 2]);
    expect(curve.correction).toBe(0);
    expect(inverse(curve, 7)).toBe(5);
    expect(inverse(curve, 6)).toBe(15);
    expect(inverse(curve, 3)).toBe(27.5);
    expect(inverse(curve, 9)).toBe(0);
    expect(inverse(curve, 1)).toBe(30);
  });

  it('says how far the values were from falling', () => {
    expect(fallingCurve([0, 1, 2], [5, 1, 3]).correction).toBe(1);
  });
});
