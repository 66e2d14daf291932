import { type BearingMeasurementTruth, simulateBearing } from './bearing/index.ts';
import { type MachiningTruth, simulateMachiningLine } from './machining-line/index.ts';
import type { Simulation } from './simulation.ts';
import { simulateTempering } from './tempering/index.ts';

export { simulateBearing } from './bearing/index.ts';
export { simulateMachiningLine } from './machining-line/index.ts';
export { simulate, simulations } from './simulate.ts';
export type {
  SimulatedDeclaration,
  SimulatedField,
  SimulatedScenario,
  SimulatedTable,
  Simulation,
} from './simulation.ts';
export { simulateTempering } from './tempering/index.ts';
export { type WrittenSimulation, writeSimulation } from './write.ts';

export interface DemoPlant {
  readonly tempering: Simulation;
  readonly machiningLine: Simulation<MachiningTruth>;
  readonly bearing: Simulation<readonly BearingMeasurementTruth[]>;
}

/** The three datasets of the demo plant, from one seed. */
export function simulateDemoPlant(seed: number): DemoPlant {
  return {
    tempering: simulateTempering({ seed }),
    machiningLine: simulateMachiningLine({ seed: seed + 1 }),
    bearing: simulateBearing({ seed: seed + 2 }),
  };
}
