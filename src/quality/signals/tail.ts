import { quantileOf } from '../facts/sample.ts';
import { edgeOf } from './size-bins.ts';
import type { SizeHistogram } from './size-histogram.ts';

/** Shares of all sizes beyond which a tail is read: three, each four times the one before. */
const shares = [0.02, 0.08, 0.32] as const;

/** Heaviest tail that is reckoned with: a variance still exists. */
const heaviest = 0.5;

/** Sizes that 2 %, 8 % and 32 % of all sizes exceed. */
export interface Tail {
  readonly far: number;
  readonly near: number;
  readonly middle: number;
}

/** The tail of counted sizes; a size of 0 is in no bin, but in `count`. */
export function tailOfSizes(sizes: SizeHistogram, count: number): Tail {
  const [far = 0, near = 0, middle = 0] = shares.map((share) => exceeded(sizes, count * share));
  return { far, near, middle };
}

/** The tail of ascending sizes. */
export function tailOfSorted(sizes: Float64Array): Tail {
  const [far = 0, near = 0, middle = 0] = shares.map((share) => quantileOf(sizes, 1 - share));
  return { far, near, middle };
}

/**
 * Size that is exceeded `expected` times or less among `count` of them, from the shape of the tail between its 68th and 98th percentile,
 * so that what lies beyond is not asked. Source: Pickands 1975, quantiles of a generalised Pareto distribution.
 */
export function tailLimit({ far, near, middle }: Tail, count: number, expected: number): number {
  const [outer, inner] = [far - near, near - middle];
  const shape = inner > 0 ? Math.log(outer / inner) / Math.log(4) : heaviest;
  const bent = Number.isFinite(shape) ? Math.min(heaviest, Math.max(0, shape)) : 0;
  const ratio = Math.max(1, (shares[0] * count) / expected);
  const scale = bent < 0.01 ? outer / Math.log(4) : (outer * bent) / (4 ** bent - 1);
  return far + (bent < 0.01 ? scale * Math.log(ratio) : (scale / bent) * (ratio ** bent - 1));
}

/** Size that `number` of the counted sizes exceed; within a bin evenly. */
function exceeded(sizes: SizeHistogram, number: number): number {
  let above = 0;
  for (let bin = sizes.to - 1; bin >= sizes.from; bin -= 1) {
    const count = sizes.count(bin);
    if (count > 0 && above + count >= number) {
      const share = (number - above) / count;
      const [low, high] = [edgeOf(bin), edgeOf(bin + 1)];
      return high - (high - low) * share;
    }
    above += count;
  }
  return 0;
}
