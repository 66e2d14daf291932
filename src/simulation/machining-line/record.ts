import type { Grade, MachiningParameters } from './parameters.ts';

/** What the machine's controller logs for one part. */
export interface MachiningRecord {
  readonly grade: Grade;
  /** K, to 0.1. */
  readonly air: number;
  /** K, to 0.1. */
  readonly process: number;
  /** 1/min. */
  readonly speed: number;
  /** N·m, to 0.1. */
  readonly torque: number;
  /** min. */
  readonly wear: number;
}

export const modes = ['TWF', 'HDF', 'PWF', 'OSF', 'RNF'] as const;
export type FailureMode = (typeof modes)[number];

/** Modes that the record itself shows. */
export const deducible: readonly FailureMode[] = ['HDF', 'PWF', 'OSF'];
/** Modes that are drawn by chance. */
export const undeducible: readonly FailureMode[] = ['TWF', 'RNF'];

/** The failure modes that a record shows by the machine's limits. Power is torque × angular speed. */
export function deducedModes(record: MachiningRecord, limits: MachiningParameters): FailureMode[] {
  const power = (record.torque * record.speed * 2 * Math.PI) / 60;
  const fired: Record<string, boolean> = {
    HDF: record.process - record.air < limits.heatDifference && record.speed < limits.heatSpeed,
    PWF: power < limits.powerMin || power > limits.powerMax,
    OSF: record.wear * record.torque > limits.overstrain[record.grade],
  };
  return deducible.filter((mode) => fired[mode]);
}
