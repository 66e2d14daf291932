import type { DemoPlant, Simulation } from '../../../src/simulation/index.ts';
import type { Scenario } from '../scenario.ts';
import { bearingScenario } from './bearing.ts';
import { machiningLineScenario } from './machining-line.ts';
import { temperingScenario } from './tempering.ts';

/** What of the demo plant is served, and the scenarios that are asked about it; truths stand in the scenarios alone. */
export function demoScenarios(
  plant: DemoPlant,
  seed: number,
): { simulations: Simulation[]; scenarios: Scenario[] } {
  const tempering = temperingScenario(plant.tempering, seed);
  return {
    simulations: [tempering.simulation, plant.machiningLine, plant.bearing],
    // A seed of its own, so that the records asked about are none of those served.
    scenarios: [tempering.scenario, machiningLineScenario(seed + 1000), bearingScenario(plant.bearing.truth)],
  };
}
