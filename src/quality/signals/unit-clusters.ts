import type { Conversion } from './conversions.ts';
import { type Centre, denseCentre, sortedOf } from './robust.ts';
import { advantages, back, jumpOf, sameDistribution } from './unit-fit.ts';
import type { JumpLimits, Reference, UnitJump } from './unit-jump.ts';

/** Robust standard deviations from both levels, beyond which a value belongs to neither. */
const far = 5;

export function around(values: Float64Array, { median, scale }: Centre): Float64Array {
  return values.filter((value) => Math.abs(value - median) <= far * scale);
}

/** Values here and there: two clusters, of which one is the other under the conversion, and little beside them. */
export function scatteredOf(
  values: Float64Array,
  all: Reference,
  conversion: Conversion,
  count: number,
  limits: JumpLimits,
): Omit<UnitJump, 'series'> | null {
  const sorted = sortedOf(values);
  const own = denseCentre(sorted);
  const near = (level: number): boolean => Math.abs(level - all.centre.median) <= 3 * all.centre.scale;
  if (count >= 3 && (near(own.median) || near(back(conversion, own.median)) || !(own.scale > 0))) {
    return clusterOf(values, all.centre, all, conversion, limits);
  }
  // The denser cluster may be the converted one.
  const others = sorted.filter((value) => Math.abs(value - own.median) > far * own.scale);
  return (
    clusterOf(values, own, all, conversion, limits) ??
    clusterOf(values, denseCentre(others), all, conversion, limits)
  );
}

function clusterOf(
  values: Float64Array,
  centre: Centre,
  all: Reference,
  conversion: Conversion,
  limits: JumpLimits,
): Omit<UnitJump, 'series'> | null {
  // Without an order the two must lie further apart.
  const apart = 1.4 * limits.unit_separation * centre.scale;
  if (!(centre.scale > 0) || !(jumpOf(conversion, centre.median) >= apart)) return null;
  const scores = advantages(values, centre, conversion);
  const members: number[] = [];
  let beside = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    const plain = Math.abs(value - centre.median) / centre.scale;
    const converted = Math.abs(back(conversion, value) - centre.median) / centre.scale;
    if (plain > far && converted > far) beside += 1;
    else if ((scores[place] ?? 0) > 0) members.push(place);
  }
  if (members.length < limits.unit_values || beside > 0.1 * members.length) return null;
  const chosen = Float64Array.from(members, (place) => values[place] ?? 0);
  const plain = values.filter((_, place) => (scores[place] ?? 0) <= 0);
  const rest = plain.length >= 30 ? plain : around(all.all, centre);
  if (rest.length < 30 || !sameDistribution(chosen, rest, conversion)) return null;
  const evidence = members.reduce((sum, place) => sum + (scores[place] ?? 0), 0);
  return { from: members[0] ?? 0, to: members.at(-1) ?? 0, members, evidence };
}
