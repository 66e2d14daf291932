import { quantileOf, type Sample } from '../facts/sample.ts';
import type { Excursions } from '../folds/excursions.ts';
import type { Thresholds } from '../profile.ts';
import type { Excursion } from './largest-excursions.ts';
import { binOf } from './size-bins.ts';
import { SizeHistogram } from './size-histogram.ts';
import { type Tail, tailLimit, tailOfSizes, tailOfSorted } from './tail.ts';

/** Values of a series from which its own residuals tell its tail; fewer borrow those of all series. */
const enough = 1000;

/** What makes a spike of a field: either is enough. */
export interface SpikeLimits {
  /** Least residual, by series: beyond the tail of the field's residuals. */
  readonly residuals: readonly number[];
  /** Least distance to the field's median: beyond the tail of all its values; half of it must be residual, or the value is no excursion. */
  readonly distance: number;
  readonly median: number;
}

/** `null` where the field has too few values, or nothing by which to measure. */
export function spikeLimits(
  parts: readonly Excursions[],
  sample: Sample,
  field: string,
  expected: number,
  thresholds: Thresholds,
): SpikeLimits | null {
  const count = parts.reduce((sum, { residuals }) => sum + residuals, 0);
  if (count < thresholds.spike_records) return null;
  const beyond = (tail: Tail, of: number): number =>
    tail.far > 0
      ? Math.max(tailLimit(tail, of, (expected * of) / count), thresholds.spike_size * tail.far)
      : Number.POSITIVE_INFINITY;
  const limitOf = ({
    sizes,
    moves,
    residuals,
  }: Pick<Excursions, 'sizes' | 'moves' | 'residuals'>): number => {
    const own = beyond(tailOfSizes(sizes, residuals), residuals);
    // A counter, or a field that moves in steps, never comes back: its moves are the measure.
    return Number.isFinite(own)
      ? own
      : beyond({ ...tailOfSizes(moves, residuals), near: 0, middle: 0 }, residuals);
  };
  const pooled = limitOf({
    residuals: count,
    sizes: SizeHistogram.sum(parts.map(({ sizes }) => sizes)),
    moves: SizeHistogram.sum(parts.map(({ moves }) => moves)),
  });
  const values = sample.sorted(field);
  const median = quantileOf(values, 0.5);
  const distances = values.map((value) => Math.abs(value - median)).sort();
  return {
    residuals: parts.map((part) => (part.residuals >= enough ? limitOf(part) : pooled)),
    distance: Math.min(beyond(tailOfSorted(distances), count), gapOf(distances, thresholds.spike_gap)),
    median,
  };
}

/** Share of the values that may lie beyond a gap. */
const mostBeyond = 0.01;

/** A distance that is `ratio` times all smaller ones, so that whatever tail they have ends before it; infinite where there is none. */
function gapOf(ascending: Float64Array, ratio: number): number {
  const least = Math.floor(ascending.length * (1 - mostBeyond));
  for (let place = ascending.length - 1; place > 0 && place >= least; place -= 1) {
    const [near = 0, far = 0] = ascending.subarray(place - 1, place + 1);
    if (near > 0 && far >= ratio * near) return (near + far) / 2;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether a value that comes back is a spike, in the series at `place`. */
export function isSpike(value: number, residual: number, limits: SpikeLimits, place: number): boolean {
  const [size, distance] = [Math.abs(residual), Math.abs(value - limits.median)];
  if (size > (limits.residuals[place] ?? Number.POSITIVE_INFINITY)) return true;
  return distance > limits.distance && size > distance / 2;
}

/** Values after a step that lie off from the median of the five before. */
const valuesPerStep = 3;

/** Sizes that differ by less are of one kind. */
const alike = 1.5;

/**
 * Excursions that are larger than the steps of the field that do not come back: what is switched makes short pulses and long ones alike.
 * `steps`: so many are none by chance, and so many spikes outweigh one.
 */
export function beyondSteps(
  parts: readonly Excursions[],
  found: readonly Excursion[],
  steps: number,
): readonly Excursion[] {
  const sizes = found.map(({ residual }) => Math.abs(residual)).sort((a, b) => b - a);
  const moves = SizeHistogram.sum(parts.map((part) => part.moves));
  let least = Number.POSITIVE_INFINITY;
  let from = moves.to;
  let far = 0;
  let beyond = 0;
  sizes.forEach((size, place) => {
    for (const bin = Math.max(moves.from, binOf(size / alike)); from > bin; from -= 1)
      far += moves.count(from - 1);
    while (beyond < sizes.length && (sizes[beyond] ?? 0) >= size / alike) beyond += 1;
    const asLarge = (far - beyond) / valuesPerStep;
    if (asLarge < Math.max(steps, (place + 1) / steps)) least = size;
  });
  return found.filter(({ residual }) => Math.abs(residual) >= least);
}
