import { breathe } from '../breathe.ts';
import { quantileOf } from '../facts/sample.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';

export const binCount = 24;

export interface Bins {
  readonly low: number;
  readonly high: number;
  /** The tails are in the first and the last. */
  readonly counts: Float64Array;
  add(values: Float64Array, from: number, to: number): void;
}

/**
 * Equal bins between robust limits: the 2nd and the 98th percentile of the sample, and a quarter of their distance further on either
 * side, but never beyond the smallest and the largest value.
 */
export async function binsFor({ field, min, max }: FieldFacts, table: TableFacts): Promise<Bins> {
  await breathe();
  const sorted = (await table.sample()).sorted(field.id);
  const [low, high] = [quantileOf(sorted, 0.02), quantileOf(sorted, 0.98)];
  const reach = (high - low) / 4;
  const [least, most] = [min ?? low, max ?? high];
  return reach > 0
    ? countBins(Math.max(least, low - reach), Math.min(most, high + reach))
    : countBins(least, most);
}

/** Counts values between `low` and `high`, those beyond in the outer bins. */
export function countBins(low: number, high: number): Bins {
  const counts = new Float64Array(binCount);
  // Of the halves, so that limits near the largest double have a finite distance.
  const scale = high > low ? binCount / 2 / (high / 2 - low / 2) : 0;
  const last = binCount - 1;
  return {
    low,
    high,
    counts,
    add(values, from, to) {
      for (let place = from; place < to; place += 1) {
        const value = values[place] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        const at = (value - low) * scale;
        const bin = at >= last ? last : at > 0 ? at | 0 : 0;
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    },
  };
}

/** One more edge than bins, written no finer than the bins are. */
export function edgesOf({ low, high }: Bins): readonly number[] {
  const width = (high / 2 - low / 2) / (binCount / 2);
  const decimals = width > 0 ? Math.min(100, Math.max(0, 3 - Math.floor(Math.log10(width)))) : 0;
  return Array.from({ length: binCount + 1 }, (_, place) => {
    const share = place / binCount;
    const edge = low * (1 - share) + high * share;
    return Math.abs(edge) < 1e21 ? Number(edge.toFixed(decimals)) : edge;
  });
}
