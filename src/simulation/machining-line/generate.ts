import { integer, normal, type Rng } from '../../methods/random.ts';
import type { Grade, MachiningParameters } from './parameters.ts';
import { deducedModes, type FailureMode, type MachiningRecord } from './record.ts';

export interface MachinedPart {
  readonly record: MachiningRecord;
  readonly machine: string;
  readonly modes: readonly FailureMode[];
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Half of the parts are of low grade, three in ten of medium, two in ten of high grade. */
function drawGrade(rng: Rng): Grade {
  const share = rng();
  return share < 0.5 ? 'L' : share < 0.8 ? 'M' : 'H';
}

/**
 * Parts in the order in which they were made, machines taking turns. Temperatures walk (air about 300 K with sd 2 K,
 * process 10 K above it), torque is normal (40 ± 10 N·m), speed falls with torque as at a power of 2,860 W, wear grows by
 * 5, 3 or 2 min for parts of high, medium and low grade until the tool is changed. Source as in parameters.ts. The offset
 * of 840 1/min is ours: with it the mean speed is about the published one, 1,540 1/min (1,580 here).
 */
export function generateParts(rng: Rng, count: number, limits: MachiningParameters): MachinedPart[] {
  const machines = Array.from({ length: 8 }, (_, index) => ({
    id: `M${index + 1}`,
    wear: integer(rng, 0, limits.toolLifeMin),
    life: integer(rng, limits.toolLifeMin, limits.toolLifeMax),
  }));
  let air = 0;
  let above = 0;
  return Array.from({ length: count }, (_, place): MachinedPart => {
    // A first-order walk keeps the standard deviations at 2 K and 1 K.
    air = 0.995 * air + normal(rng, 0, 2 * Math.sqrt(1 - 0.995 ** 2));
    above = 0.98 * above + normal(rng, 0, Math.sqrt(1 - 0.98 ** 2));
    const machine = machines[place % machines.length];
    if (!machine) throw new RangeError('no machine');
    const grade = drawGrade(rng);
    const torque = Math.max(3.8, tenth(normal(rng, 40, 10)));
    const speed = Math.max(1168, Math.round(2860 / ((torque * 2 * Math.PI) / 60) + 840 + normal(rng, 0, 60)));
    const worn = machine.wear >= machine.life;
    const tool: FailureMode[] = worn && rng() < 0.5 ? ['TWF'] : [];
    const record: MachiningRecord = {
      grade,
      air: tenth(300 + air),
      process: tenth(310 + air + above),
      speed,
      torque,
      wear: machine.wear,
    };
    // The record of the part is that of the worn tool; the next part gets a new one.
    if (worn) {
      machine.wear = 0;
      machine.life = integer(rng, limits.toolLifeMin, limits.toolLifeMax);
    } else machine.wear += grade === 'H' ? 5 : grade === 'M' ? 3 : 2;
    const chance: FailureMode[] = rng() < limits.randomShare ? ['RNF'] : [];
    return { record, machine: machine.id, modes: [...tool, ...deducedModes(record, limits), ...chance] };
  });
}

/**
 * Records near the edge of one limit, on either side, so that every deducible mode and its absence are asked about.
 * `count` of them, the modes taking turns.
 */
export function generateEdgeCases(rng: Rng, count: number, limits: MachiningParameters): MachinedPart[] {
  return Array.from({ length: count }, (_, place): MachinedPart => {
    const above = rng() < 0.5 ? 1 : -1;
    const [base] = generateParts(rng, 1, limits);
    if (!base) throw new RangeError('no part');
    const record =
      place % 3 === 0
        ? nearHeat(rng, base.record, limits, above)
        : place % 3 === 1
          ? nearPower(rng, base.record, limits, above)
          : nearOverstrain(rng, base.record, limits, above);
    return { record, machine: `M${(place % 8) + 1}`, modes: deducedModes(record, limits) };
  });
}

function nearHeat(
  rng: Rng,
  base: MachiningRecord,
  limits: MachiningParameters,
  side: number,
): MachiningRecord {
  const process = tenth(base.air + limits.heatDifference + side * (0.3 + rng()));
  return {
    ...base,
    process,
    speed: Math.round(limits.heatSpeed - 10 - 60 * rng()),
    torque: tenth(42 + 8 * rng()),
    wear: 20,
  };
}

function nearPower(
  rng: Rng,
  base: MachiningRecord,
  limits: MachiningParameters,
  side: number,
): MachiningRecord {
  const high = rng() < 0.5;
  const power = (high ? limits.powerMax : limits.powerMin) * (1 + side * (0.01 + 0.08 * rng()));
  const speed = high ? integer(rng, 1400, 1550) : integer(rng, 1800, 2600);
  return {
    ...base,
    process: tenth(base.air + 10),
    speed,
    torque: tenth(power / ((speed * 2 * Math.PI) / 60)),
    wear: 20,
  };
}

function nearOverstrain(
  rng: Rng,
  base: MachiningRecord,
  limits: MachiningParameters,
  side: number,
): MachiningRecord {
  const strain = limits.overstrain[base.grade] * (1 + side * (0.01 + 0.08 * rng()));
  const wear = integer(rng, 190, 238);
  return {
    ...base,
    process: tenth(base.air + 10),
    speed: integer(rng, 1400, 1500),
    torque: tenth(strain / wear),
    wear,
  };
}
