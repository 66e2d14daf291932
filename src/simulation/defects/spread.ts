import { medianAbsoluteDeviation, medianSorted, standardDeviation } from 'simple-statistics';

export interface Spread {
  readonly median: number;
  /** Robust standard deviation: 1.4826 MAD. 0 where more than half of the values are equal. */
  readonly scale: number;
  /** Largest distance from the median, in scales. */
  readonly reach: number;
  readonly sd: number;
}

/** Of finite numbers, one at least. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const median = medianSorted([...sorted]);
  const scale = 1.4826 * medianAbsoluteDeviation([...sorted]);
  const [low = median, high = median] = [sorted[0], sorted.at(-1)];
  return {
    median,
    scale,
    reach: Math.max(median - low, high - median) / scale,
    sd: standardDeviation([...sorted]),
  };
}

/** Decimals that a sensor's values are written with, 12 at most: what is put in must not stand out by them. */
export function decimalsOf(values: readonly number[]): number {
  let most = 0;
  for (const value of values.slice(0, 1000)) {
    const text = String(value);
    if (text.includes('e')) return 12;
    most = Math.max(most, text.split('.')[1]?.length ?? 0);
  }
  return Math.min(12, most);
}

export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
