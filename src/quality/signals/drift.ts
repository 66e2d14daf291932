import { blockMeans } from './block-means.ts';
import { cycleOf } from './cycle.ts';
import { centreOf } from './robust.ts';

export interface Drift {
  /** How far the level has moved at the end. */
  readonly change: number;
  /** Place of the value from which on the level is off by one robust standard deviation. */
  readonly visible: number;
  /** Robust standard deviation about the moving level. */
  readonly scale: number;
  /** The change in standard errors, which allow for how long the signal remembers. */
  readonly t: number;
  /** Values that would say as much of the level if they were independent. */
  readonly effective: number;
  /** Squares that are left about a ramp, relative to those about one step or two. */
  readonly rampOverStep: number;
  readonly rampOverSteps: number;
}

const fewest = 60;

/**
 * The ramp from some moment to the end that fits a series best: block means, least squares over the moment, and a standard error from
 * the long-run variance of what is left, taken from single values and from blocks, whichever is larger, so that a random walk or noise
 * with a memory does not count as drift. A cycle is taken away first. `null`: too short, or constant.
 */
export function driftOf(values: Float64Array): Drift | null {
  const first = rampOf(values);
  if (!first) return null;
  const cycle = first.drift.effective < values.length / 4 ? cycleOf(first.rest) : null;
  if (!cycle) return first.drift;
  return rampOf(values.map((value, place) => value - cycle(place)))?.drift ?? first.drift;
}

function rampOf(values: Float64Array): { readonly drift: Drift; readonly rest: Float64Array } | null {
  const { length } = values;
  if (length < fewest) return null;
  const blocks = Math.max(12, Math.min(40, Math.floor(length / 10)));
  const means = blockMeans(values, blocks);
  const ramp = bestRamp(means);
  if (!ramp) return null;
  const { start, level, change } = ramp;
  const residuals = means.map((mean, block) => mean - level - change * rise(block, start, blocks));
  const left = sumOfSquares(residuals);
  const size = length / blocks;
  const fine = values.map((value, place) => value - level - change * rise(place / size - 0.5, start, blocks));
  const { median, scale: scatter } = centreOf(fine);
  // A large ramp is never quite straight.
  const scale = Math.max(scatter, Math.abs(change) / 50);
  if (!(scale > 0)) return null;
  const memory = persistence(clipped(fine, median, 4 * scale));
  // At least four independent blocks: more memory than that is not told from so few.
  const blockMemory = Math.min(blocks / 4, persistence(residuals));
  const longRun = Math.max(
    size * (left / (blocks - 3)) * blockMemory,
    scale * scale * Math.min(memory, length),
  );
  const shape = Float64Array.from({ length: blocks }, (_, block) => rise(block, start, blocks));
  const t = change / Math.sqrt(longRun / (length * variance(shape)));
  const { one, two } = stepsOf(means);
  const drift = {
    change,
    visible: Math.min(
      length - 1,
      Math.round(
        (start + 0.5) * size + (length - (start + 0.5) * size) * Math.min(1, scale / Math.abs(change)),
      ),
    ),
    scale,
    t,
    effective: (length * scale * scale) / longRun,
    rampOverStep: left / one,
    rampOverSteps: left / two,
  };
  return { drift, rest: fine };
}

/** 0 up to the start, then evenly up to 1 in the last block. */
function rise(block: number, start: number, blocks: number): number {
  return Math.max(0, (block - start) / (blocks - 1 - start));
}

/** Least squares over the start, in quarters of a block, and the change. */
function bestRamp(means: Float64Array) {
  const blocks = means.length;
  const level = mean(means);
  let best: { start: number; level: number; change: number } | null = null;
  let most = 0;
  for (let start = 0; start <= 0.75 * blocks; start += 0.25) {
    let [sum, square, product] = [0, 0, 0];
    for (let block = Math.ceil(start); block < blocks; block += 1) {
      const x = (block - start) / (blocks - 1 - start);
      sum += x;
      square += x * x;
      product += x * ((means[block] ?? 0) - level);
    }
    const middle = sum / blocks;
    const spread = square - sum * middle;
    const explained = (product * product) / spread;
    if (explained <= most) continue;
    const change = product / spread;
    [most, best] = [explained, { start, level: level - change * middle, change }];
  }
  return best;
}

/** Squares left about the best single step, and about the best two. */
function stepsOf(means: Float64Array): { readonly one: number; readonly two: number } {
  const blocks = means.length;
  const sums = new Float64Array(blocks + 1);
  const squares = new Float64Array(blocks + 1);
  for (let block = 0; block < blocks; block += 1) {
    const value = means[block] ?? 0;
    sums[block + 1] = (sums[block] ?? 0) + value;
    squares[block + 1] = (squares[block] ?? 0) + value * value;
  }
  const left = (from: number, to: number): number => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from);
  };
  let [one, two] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let first = 1; first < blocks; first += 1) {
    one = Math.min(one, left(0, first) + left(first, blocks));
    for (let second = first + 1; second < blocks; second += 1) {
      two = Math.min(two, left(0, first) + left(first, second) + left(second, blocks));
    }
  }
  return { one, two };
}

/**
 * Long-run over plain variance of an AR(1) process with the first autocorrelation, corrected for what a fitted ramp takes away: about
 * 2/n of white noise, and 10/n of a random walk (D. A. Dickey and W. A. Fuller 1979, with a trend).
 */
function persistence(values: Float64Array): number {
  const middle = mean(values);
  let [product, square] = [0, 0];
  for (let place = 0; place < values.length; place += 1) {
    const own = (values[place] ?? 0) - middle;
    square += own * own;
    if (place > 0) product += own * ((values[place - 1] ?? 0) - middle);
  }
  const plain = square > 0 ? product / square : 0;
  const rho = Math.min(0.9995, Math.max(0, plain + (2 + 8 * Math.max(0, plain)) / values.length));
  return (1 + rho) / (1 - rho);
}

function clipped(values: Float64Array, middle: number, reach: number): Float64Array {
  return values.map((value) => Math.max(middle - reach, Math.min(middle + reach, value)));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function variance(values: Float64Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length;
}
