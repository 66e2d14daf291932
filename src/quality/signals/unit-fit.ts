import { medianOf } from '../facts/median.ts';
import { quantileOf } from '../facts/sample.ts';
import type { Conversion } from './conversions.ts';
import { type Centre, centreOf, ksDistance, roughness, sortedOf } from './robust.ts';

export interface UnitLimits {
  /** Distance of the level from the converted level, in robust standard deviations of the wider of both, from which they are told apart. */
  readonly unit_separation: number;
  /** Distance of the level converted back from the level beside it, as a share of the jump. */
  readonly unit_misfit: number;
}

/** Level of the values before and after the conversion, in units in which the spread of the wider is that of the field. */
export function jumpOf({ factor, offset }: Conversion, level: number): number {
  return Math.abs(factor * level + offset - level) / Math.max(1, Math.abs(factor));
}

export const back = ({ factor, offset }: Conversion, value: number): number => (value - offset) / factor;

/** How much better each value fits the converted distribution than the plain one: a log ratio of heavy-tailed densities, capped. */
export function advantages(
  values: ArrayLike<number>,
  { median: level, scale }: Centre,
  conversion: Conversion,
) {
  const most = 6;
  const penalty = Math.log(Math.abs(conversion.factor));
  return Float64Array.from(values, (value) => {
    const plain = (value - level) / scale;
    const converted = (back(conversion, value) - level) / scale;
    // Student's t with three degrees of freedom.
    const ratio = 2 * Math.log((1 + (plain * plain) / 3) / (1 + (converted * converted) / 3)) - penalty;
    return Math.max(-most, Math.min(most, ratio));
  });
}

/** The stretch with the largest sum (Kadane), ends included. */
export function bestStretch(scores: Float64Array) {
  let best = { from: 0, to: -1, sum: 0 };
  let [from, sum] = [0, 0];
  for (let place = 0; place < scores.length; place += 1) {
    if (sum <= 0) [from, sum] = [place, 0];
    sum += scores[place] ?? 0;
    if (sum > best.sum) best = { from, to: place, sum };
  }
  return best;
}

/**
 * Whether a stretch of a series is the rest of it under the conversion: it begins or ends with the step that the conversion makes,
 * it is as rough as the rest once it is converted back, and lies at the level of the rest.
 */
export function fitsBeside(
  values: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  conversion: Conversion,
  limits: UnitLimits,
): boolean {
  const length = to - from + 1;
  const reach = Math.max(50, length);
  const before = values.subarray(Math.max(0, from - reach), from);
  const after = values.subarray(to + 1, to + 1 + reach);
  const rest = Float64Array.from([...before, ...after]);
  if (rest.length < 20) return false;
  const inside = values.subarray(from, to + 1);
  const restored = inside.map((value) => back(conversion, value));
  const level = medianOf(rest);
  const jump = jumpOf(conversion, level);
  const rough = Math.max(roughness(before) || 0, roughness(after) || 0);
  const edges = [
    before.length >= 3 && ([before.subarray(-3), restored.subarray(0, 3)] as const),
    after.length >= 3 && ([after.subarray(0, 3), restored.subarray(-3)] as const),
  ];
  const close = edges.map(
    (edge) => edge && Math.abs(medianOf(edge[0]) - medianOf(edge[1])) <= 4 * rough + 0.03 * jump,
  );
  if (!close.some(Boolean)) return false;
  if (!asRough(inside, rest, roughness(before.length > after.length ? before : after), conversion))
    return false;
  // Where both ends make the very step of the conversion, the process may have gone anywhere in between.
  if (close.every(Boolean) && jump >= 20 * rough) return true;
  return levelFits(restored, rest, level, jump, conversion, limits);
}

function asRough(inside: Float64Array, rest: Float64Array, rough: number, conversion: Conversion): boolean {
  const own = roughness(inside) / Math.abs(conversion.factor);
  if (own > 0 && rough > 0) {
    const most = 1.35 + 3 / Math.sqrt(inside.length);
    return own / rough <= most && rough / own <= most;
  }
  // Values that seldom change, such as setpoints: the converted ones must be among the others.
  const sorted = sortedOf(rest);
  const { scale } = centreOf(rest);
  const among = inside.filter((value) => {
    const restored = back(conversion, value);
    return Math.abs(nearest(sorted, restored) - restored) <= 0.02 * scale + 0.005 * Math.abs(restored);
  });
  return among.length >= 0.6 * inside.length;
}

function nearest(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  const [a = Number.NaN, b = Number.NaN] = [sorted[low], sorted[high]];
  return Math.abs(a - value) <= Math.abs(b - value) ? a : b;
}

function levelFits(
  restored: Float64Array,
  rest: Float64Array,
  level: number,
  jump: number,
  { factor }: Conversion,
  { unit_misfit }: UnitLimits,
): boolean {
  const own = medianOf(restored);
  if (Math.abs(own - level) <= unit_misfit * jump) return true;
  // A factor of three or more shows by itself; the level may be any that the rest takes.
  if (Math.abs(Math.log(Math.abs(factor))) < Math.log(3)) return false;
  const sorted = sortedOf(rest);
  const [low, high] = [quantileOf(sorted, 0.02), quantileOf(sorted, 0.98)];
  const margin = 0.1 * (high - low);
  const within = restored.filter((value) => value >= low - margin && value <= high + margin);
  return own >= low && own <= high && within.length >= 0.9 * restored.length;
}

/** Whether values have the distribution of the rest once they are converted back, and not before. */
export function sameDistribution(members: Float64Array, rest: Float64Array, conversion: Conversion): boolean {
  const restored = sortedOf(members.map((value) => back(conversion, value)));
  const others = sortedOf(rest);
  const chance = 1.63 * Math.sqrt((restored.length + others.length) / (restored.length * others.length));
  const spread = (values: Float64Array): number => quantileOf(values, 0.8) - quantileOf(values, 0.2);
  const ratio = spread(restored) / spread(others);
  const most = 1.25 + 2 / Math.sqrt(members.length);
  return (
    ksDistance(restored, others) <= chance + 0.05 &&
    ksDistance(sortedOf(members), others) >= 0.8 &&
    ratio <= most &&
    ratio >= 1 / most
  );
}
