import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplingState } from '../../src/quality/facts/sampling.ts';
import { timeOf } from '../../src/quality/facts/times.ts';

function samplingOf(times: readonly number[], blockSize = times.length) {
  const state = samplingState();
  for (let first = 0; first < times.length; first += blockSize) {
    const block = Float64Array.from(times.slice(first, first + blockSize));
    state.push(
      block,
      block.map((_, place) => first + place + 1),
    );
  }
  return state.finish();
}

describe('samplingState', () => {
  it('finds every point that was taken out of a regular series, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 30, max: 200 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 8 }),
        (interval, count, taken) => {
          const times = Array.from({ length: count }, (_, place) => place * interval);
          const sampling = samplingOf(times.filter((_, place) => !taken.includes(place)));
          expect(sampling).toMatchObject({ base: interval, missing: taken.length, redundant: 0, late: 0 });
          expect(sampling?.gapCount ?? 0).toBeLessThanOrEqual(taken.length);
        },
      ),
    );
  });

  it('says the same of a long series, however it is cut into blocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.array(fc.constantFrom(0, 1, 10, 10, 10, 10, 11, 25, 60), { minLength: 3, maxLength: 40 }),
        (blockSize, pattern) => {
          let time = 0;
          const times = Array.from({ length: 9000 }, (_, place) => {
            time += pattern[place % pattern.length] ?? 0;
            return time;
          });
          expect(samplingOf(times, blockSize)).toEqual(samplingOf(times));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('counts doubled points as redundant', () => {
    expect(samplingOf([0, 10, 20, 20, 30, 40, 41, 50])).toMatchObject({ redundant: 2, missing: 0 });
  });

  it('has no opinion on fewer than three points, or on points all at one time', () => {
    expect(samplingOf([1, 2])).toBeNull();
    expect(samplingOf([5, 5, 5, 5])).toBeNull();
  });
});

describe('timeOf', () => {
  it.each([
    ['2026-01-01', 1_767_225_600_000],
    ['2026-01-01T00:00:01', 1_767_225_601_000],
    ['2026-01-01 00:00:01.25', 1_767_225_601_250],
    ['2026-01-01T08:00:00+08:00', 1_767_225_600_000],
    ['2026-01-01T00:00:00.000001Z', 1_767_225_600_000.001],
    [42.5, 42.5],
    ['9007199254740993', 9_007_199_254_740_992],
    ['12:30:00', null],
    ['', null],
    [null, null],
  ])('reads %s', (cell, time) => {
    if (time === null) expect(timeOf(cell)).toBeNull();
    else expect(timeOf(cell)).toBeCloseTo(time, 3);
  });
});
