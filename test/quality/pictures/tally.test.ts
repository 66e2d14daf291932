import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tally } from '../../../src/quality/pictures/tally.ts';

it('counts as a map does, whatever the values and however they are handed over', () => {
  const value = fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.double(),
    fc.constantFrom(0, -0, 2 ** 52 + 1, Number.NaN),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), fc.nat(200), (list, cut) => {
      const values = Float64Array.from(list);
      const rows = Float64Array.from(list, (_, place) => place + 1);
      const counts = new Map<number, number>();
      for (const one of list) if (!Number.isNaN(one)) counts.set(one + 0, (counts.get(one + 0) ?? 0) + 1);
      const counted = tally(counts.size);
      const middle = Math.min(cut, list.length);
      counted.add(values, rows, 0, middle);
      counted.add(values, rows, middle, list.length);
      const found = counted.top(Number.POSITIVE_INFINITY);
      expect(new Map(found.map(({ code, count }) => [code, count]))).toEqual(counts);
      for (const { code, row } of found) expect(values[row - 1] === code).toBe(true);
      expect(counted.total()).toBe(list.filter((one) => !Number.isNaN(one)).length);
    }),
    { seed: 7 },
  );
});

it('still counts them all where there are more different values than it was told', () => {
  const counted = tally(2);
  const values = Float64Array.from({ length: 100 }, (_, place) => place);
  counted.add(values, values, 0, 100);
  expect(counted.total()).toBe(100);
});
