import { ai4i } from './ai4i.ts';
import type { BenchDataset } from './dataset.ts';
import { inspection } from './inspection.ts';
import { sensorLine } from './sensor-line.ts';
import { machiningLine, tempering } from './simulated.ts';
import { skab } from './skab.ts';
import { steelEnergy } from './steel-energy.ts';

export { type BenchDataset, declarationOf } from './dataset.ts';

/** Five that are reported on, and two for tuning. */
export const datasets: readonly BenchDataset[] = [
  sensorLine,
  inspection,
  machiningLine,
  ai4i,
  skab,
  steelEnergy,
  tempering,
];
