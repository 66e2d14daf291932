import type { Conversion } from './conversions.ts';
import { type Centre, centreOf, denseCentre } from './robust.ts';
import { around, scatteredOf } from './unit-clusters.ts';
import { advantages, bestStretch, fitsBeside, jumpOf, sameDistribution } from './unit-fit.ts';
import type { JumpLimits, Reference, UnitJump } from './unit-jump.ts';

export interface UnitJumps {
  readonly conversion: Conversion;
  readonly jumps: readonly UnitJump[];
}

/** Share of the values of a stretch that fit the conversion better. */
const agreement = 0.8;

/**
 * Stretches of series (values without gaps, in order) that are the rest under one of the conversions, of the conversion that explains most;
 * where records have no order, scattered values too. `null`: none.
 */
export function unitJumps(
  series: readonly Float64Array[],
  pooled: Float64Array,
  conversions: readonly Conversion[],
  limits: JumpLimits,
  ordered: boolean,
): UnitJumps | null {
  const all = { centre: centreOf(pooled), all: pooled };
  const [least = 0, most = 0] = [pooled[0], pooled.at(-1)];
  const dense = { centre: denseCentre(pooled), all: pooled };
  const own = series.map((values) => referenceOf(values, all, series.length));
  let best: UnitJumps | null = null;
  let bestEvidence = 0;
  for (const conversion of conversions) {
    const jumps: UnitJump[] = [];
    for (const [index, values] of series.entries()) {
      const reference = own[index] ?? all;
      const whole = wholeOf(values, all, conversion, series.length, limits);
      if (whole) {
        jumps.push({ series: index, ...whole });
        continue;
      }
      if (!ordered) {
        const scattered = scatteredOf(values, dense, conversion, series.length, limits);
        if (scattered) {
          jumps.push({ series: index, ...scattered });
          continue;
        }
      }
      if (!separate(reference.centre, conversion, limits, least, most)) continue;
      if (beyond(values, reference.centre, conversion, limits.unit_values) < limits.unit_values) continue;
      const scores = advantages(values, reference.centre, conversion);
      const stretches = stretchesOf(values, scores, conversion, limits);
      if (stretches.length > limits.unit_stretches) continue;
      for (const one of stretches) jumps.push({ series: index, ...one });
    }
    const evidence = jumps.reduce((sum, one) => sum + one.evidence, 0);
    if (evidence > bestEvidence) [best, bestEvidence] = [{ conversion, jumps }, evidence];
  }
  return best;
}

/** All values where the series is like the others, else its own. */
function referenceOf(values: Float64Array, all: Reference, count: number): Reference {
  if (values.length < 30) return all;
  const centre = centreOf(values);
  const alike = Math.abs(centre.median - all.centre.median) <= 2 * all.centre.scale;
  return (count >= 3 && alike) || !(centre.scale > 0) ? all : { centre, all: values };
}

/** The converted level is far enough off, and there are values on its side. */
function separate(
  { median, scale }: Centre,
  conversion: Conversion,
  { unit_separation }: JumpLimits,
  least: number,
  most: number,
): boolean {
  if (!(scale > 0) || !(jumpOf(conversion, median) >= unit_separation * scale)) return false;
  const converted = conversion.factor * median + conversion.offset;
  const between = median + (converted - median) / 2;
  return converted > median ? most > between : least < between;
}

/** How many values are nearer the converted level than the plain one, as far as `enough`. */
function beyond(
  values: Float64Array,
  { median }: Centre,
  { factor, offset }: Conversion,
  enough: number,
): number {
  const converted = factor * median + offset;
  const between = median + (converted - median) / (1 + Math.abs(factor));
  let count = 0;
  for (let place = 0; place < values.length && count < enough; place += 1) {
    const value = values[place] ?? 0;
    if (converted > median ? value > between : value < between) count += 1;
  }
  return count;
}

function stretchesOf(
  values: Float64Array,
  scores: Float64Array,
  conversion: Conversion,
  limits: JumpLimits,
): Omit<UnitJump, 'series'>[] {
  const left = scores.slice();
  const found: Omit<UnitJump, 'series'>[] = [];
  while (found.length <= limits.unit_stretches) {
    const { from, to, sum } = bestStretch(left);
    const length = to - from + 1;
    if (length < limits.unit_values || sum < 2 * limits.unit_values) break;
    const agreeing = scores.subarray(from, to + 1).filter((score) => score > 0).length;
    if (agreeing < agreement * length || !fitsBeside(values, { from, to }, conversion, limits)) break;
    found.push({ from, to, evidence: sum });
    left.fill(Number.NEGATIVE_INFINITY, from, to + 1);
  }
  return found;
}

/** A whole series in another unit than its siblings, of which there must be three. */
function wholeOf(
  values: Float64Array,
  all: Reference,
  conversion: Conversion,
  count: number,
  limits: JumpLimits,
): Omit<UnitJump, 'series'> | null {
  const { centre } = all;
  if (count < 4 || values.length < limits.unit_values || !(centre.scale > 0)) return null;
  if (jumpOf(conversion, centre.median) < limits.unit_separation * centre.scale) return null;
  if (beyond(values, centre, conversion, values.length) < 0.95 * values.length) return null;
  const scores = advantages(values, centre, conversion);
  const agreeing = scores.filter((score) => score > 0);
  if (agreeing.length < 0.95 * values.length) return null;
  if (!sameDistribution(values, around(all.all, centre), conversion)) return null;
  return { from: 0, to: values.length - 1, evidence: agreeing.reduce((sum, score) => sum + score, 0) };
}
