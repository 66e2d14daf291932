import { quickselect } from 'simple-statistics';

/** Median of values that are no longer needed in their order: it moves them. Between neighbours by half; NaN where there are none. */
export function medianInPlace(values: Float64Array): number {
  const { length } = values;
  if (length === 0) return Number.NaN;
  const middle = length >> 1;
  quickselect(values as unknown as number[], middle);
  const upper = values[middle] as number;
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < middle; place += 1) {
    const value = values[place] as number;
    if (value > lower) lower = value;
  }
  return lower + (upper - lower) / 2;
}

/** Median of values without NaN; they stay as they are. */
export function medianOf(values: ArrayLike<number>): number {
  return medianInPlace(new Float64Array(values));
}
