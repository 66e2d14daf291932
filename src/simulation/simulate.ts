import { ZhujiError } from '../workspace/index.ts';
import { simulateBearing } from './bearing/index.ts';
import { simulateMachiningLine } from './machining-line/index.ts';
import type { Simulation } from './simulation.ts';
import { simulateTempering } from './tempering/index.ts';

/** The simulators by the id of the dataset that they make. */
export const simulations: Readonly<Record<string, (options: { readonly seed: number }) => Simulation>> = {
  tempering: simulateTempering,
  'machining-line': simulateMachiningLine,
  bearing: simulateBearing,
};

/** Runs one simulator. Errors: `not_found` with the ids there are. */
export function simulate(id: string, options: { readonly seed: number }): Simulation {
  const run = Object.hasOwn(simulations, id) ? simulations[id] : undefined;
  if (run) return run(options);
  const known = Object.keys(simulations);
  throw new ZhujiError(
    'not_found',
    { en: `There is no simulator "${id}".`, zh: `没有名为“${id}”的仿真器。` },
    {
      recovery: { en: `Simulators: ${known.join(', ')}.`, zh: `可用的仿真器：${known.join('、')}。` },
      details: { valid_values: known },
    },
  );
}
