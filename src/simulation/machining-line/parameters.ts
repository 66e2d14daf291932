/** Kinds of product by grade of quality; the overstrain limit depends on them. */
export type Grade = 'L' | 'M' | 'H';
export const grades: readonly Grade[] = ['L', 'M', 'H'];

/**
 * Limits of the simulated machine. The generator labels by them and the documents are written from them, so that what
 * is published is what holds. Defaults as published for the AI4I 2020 milling process: S. Matzka, "Explainable
 * Artificial Intelligence for Predictive Maintenance Applications", AI4I 2020, doi:10.24432/C5HS5C.
 */
export interface MachiningParameters {
  /** Heat dissipation failure: process − air temperature below this, K … */
  readonly heatDifference: number;
  /** … while the spindle turns slower than this, 1/min. */
  readonly heatSpeed: number;
  /** Power failure below and above, W. */
  readonly powerMin: number;
  readonly powerMax: number;
  /** Overstrain above tool wear × torque, min·N·m. */
  readonly overstrain: Readonly<Record<Grade, number>>;
  /** A tool fails, or is changed, at a random wear between these, min. */
  readonly toolLifeMin: number;
  readonly toolLifeMax: number;
  /** Chance of a failure without a cause in the record. */
  readonly randomShare: number;
}

export const defaultParameters: MachiningParameters = {
  heatDifference: 8.6,
  heatSpeed: 1380,
  powerMin: 3500,
  powerMax: 9000,
  overstrain: { L: 11_000, M: 12_000, H: 13_000 },
  toolLifeMin: 200,
  toolLifeMax: 240,
  randomShare: 0.001,
};
