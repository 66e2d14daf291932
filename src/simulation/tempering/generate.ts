import { normal, type Rng } from '../../methods/random.ts';
import type { SimulatedCell } from '../simulation.ts';
import { quenchHardness, temperedHardness } from './hardness.ts';
import { steels, type TemperingParameters } from './parameters.ts';

export const columns = [
  'Heat',
  'Steel',
  'Carbon [wt%]',
  'Silicon [wt%]',
  'Manganese [wt%]',
  'Chromium [wt%]',
  'Nickel [wt%]',
  'Molybdenum [wt%]',
  'Furnace',
  'Quench hardness [HRC]',
  'Tempering temperature [°C]',
  'Tempering time [h]',
  'Hardness [HRC]',
] as const;

export interface TemperedPart {
  readonly cells: readonly SimulatedCell[];
  /** Hardness without the error of reading, at the furnace's true temperature, HRC. */
  readonly trueHardness: number;
  /** °C */
  readonly trueTemperature: number;
}

const times = [0.5, 1, 2, 4, 8];
const step = 40;
const tenth = (value: number) => Math.round(value * 10) / 10;

/**
 * A trial plan of each steel: temperatures every 40 °C over the permitted range (shifted from time to time, as trials
 * are), five times, two furnaces. About one trial in twenty was not made. Below 20 HRC the scale is not defined
 * (ISO 6508-1), so the reading is missing.
 */
export function generateTrials(rng: Rng, parameters: TemperingParameters): TemperedPart[] {
  const furnaces = Object.keys(parameters.furnaceOffsets);
  return steels.flatMap((steel, index) =>
    times.flatMap((time, turn) => {
      const quenched = quenchHardness(steel) + normal(rng, 0, parameters.quenchNoise);
      const heat = `H${String((index + 1) * 100 + turn + 1)}`;
      const first = parameters.temperatureMin + (turn % 2) * (step / 2);
      const count = Math.floor((parameters.temperatureMax - first) / step) + 1;
      return Array.from({ length: count }, (_, i) => first + i * step)
        .filter(() => rng() >= 0.05)
        .map((temperature): TemperedPart => {
          const furnace = furnaces[Math.floor(rng() * furnaces.length)] ?? '';
          const trueTemperature = temperature + (parameters.furnaceOffsets[furnace] ?? 0);
          const trueHardness = temperedHardness(steel, quenched, trueTemperature, time);
          const reading = tenth(trueHardness + normal(rng, 0, parameters.readingNoise));
          const cells = [
            heat,
            steel.name,
            steel.carbon,
            steel.silicon,
            steel.manganese,
            steel.chromium,
            steel.nickel,
            steel.molybdenum,
            furnace,
            tenth(quenched),
            temperature,
            time,
            reading < 20 ? null : reading,
          ];
          return { cells, trueHardness, trueTemperature };
        });
    }),
  );
}
