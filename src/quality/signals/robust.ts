import { medianInPlace } from '../facts/median.ts';
import { quantileOf } from '../facts/sample.ts';

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const normal = 1.4826;

export function sortedOf(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}

export interface Centre {
  readonly median: number;
  /** Robust standard deviation: of the deviations from the median, or of the range of nine tenths where most values are equal. */
  readonly scale: number;
}

export function centreOf(values: ArrayLike<number>): Centre {
  const distances = new Float64Array(values);
  const middle = medianInPlace(distances);
  for (let place = 0; place < distances.length; place += 1) {
    distances[place] = Math.abs((distances[place] as number) - middle);
  }
  const scale = normal * medianInPlace(distances);
  if (scale > 0) return { median: middle, scale };
  const sorted = sortedOf(values);
  // 3.29 standard deviations of a normal distribution hold nine tenths of it.
  return { median: middle, scale: (quantileOf(sorted, 0.95) - quantileOf(sorted, 0.05)) / 3.29 };
}

/**
 * Middle and spread of the shortest stretch that holds two fifths of the values: those of the denser of two clusters.
 * Source: P. J. Rousseeuw and A. M. Leroy, Statistica Neerlandica 42 (1988) 103–116 (the shorth).
 */
export function denseCentre(sorted: Float64Array): Centre {
  const half = Math.floor(sorted.length * 0.4);
  let [from, width] = [0, Number.POSITIVE_INFINITY];
  for (let place = 0; place + half < sorted.length; place += 1) {
    const own = (sorted[place + half] ?? Number.NaN) - (sorted[place] ?? Number.NaN);
    if (own < width) [from, width] = [place, own];
  }
  // 1.049 standard deviations of a normal distribution hold its middle two fifths; of a mixture they hold more of the cluster.
  const middle = quantileOf(sorted.subarray(from, from + half + 1), 0.5);
  const reach = (3 * width) / 1.049;
  return centreOf(sorted.filter((value) => Math.abs(value - middle) <= reach));
}

/** Mean step between neighbours, without the largest twentieth: how much a signal moves from record to record. */
export function roughness(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const steps = new Float64Array(values.length - 1);
  for (let place = 1; place < values.length; place += 1) {
    steps[place - 1] = Math.abs((values[place] ?? 0) - (values[place - 1] ?? 0));
  }
  steps.sort();
  const kept = steps.subarray(0, Math.max(1, Math.ceil(steps.length * 0.95)));
  return kept.reduce((sum, step) => sum + step, 0) / kept.length;
}

/** Largest difference between the distribution functions of two ascending samples (Kolmogorov and Smirnov). */
export function ksDistance(a: Float64Array, b: Float64Array): number {
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= value) i += 1;
    while (j < b.length && (b[j] ?? 0) <= value) j += 1;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}
