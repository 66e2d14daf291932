import { sampleWithout, seeded } from '../../../src/methods/random.ts';
import type { Simulation } from '../../../src/simulation/index.ts';
import type { Item, Scenario } from '../scenario.ts';

/** Names in the header of the simulated table. */
const names = {
  steel: 'Steel',
  temperature: 'Tempering temperature [°C]',
  time: 'Tempering time [h]',
  hardness: 'Hardness [HRC]',
} as const;

/** °C and HRC: within them an answer counts as right. */
const tolerances = { temperature: 25, hardness: 2 };

/**
 * Withholds rows of the tempering table, and asks about them: which temperature gave the hardness, which hardness came of
 * the temperature. The table that is returned lacks those rows, so that no answer can be looked up.
 */
export function temperingScenario(
  simulation: Simulation,
  seed: number,
  count = 32,
): { simulation: Simulation; scenario: Scenario } {
  const [table, ...others] = simulation.dataset.tables;
  if (!table) throw new RangeError('the tempering simulation has no table');
  const rng = seeded(seed);
  const places = sampleWithout(
    rng,
    table.rows.map((_, place) => place),
    count,
  ).sort((a, b) => a - b);
  const withheld = new Set(places);
  const cell = (place: number, name: string) => table.rows[place]?.[table.columns.indexOf(name)];
  return {
    simulation: {
      ...simulation,
      dataset: {
        ...simulation.dataset,
        tables: [{ ...table, rows: table.rows.filter((_, place) => !withheld.has(place)) }, ...others],
      },
    },
    scenario: {
      id: 'tempering',
      title: { en: 'Tempering: temperature or hardness', zh: '回火：温度或硬度' },
      agent: 'process-parameters',
      scorer: 'within_tolerance',
      datasets: ['tempering'],
      items: places.map((place, index) =>
        itemFor(index, {
          steel: String(cell(place, names.steel)),
          temperature: Number(cell(place, names.temperature)),
          time: Number(cell(place, names.time)),
          hardness: Number(cell(place, names.hardness)),
        }),
      ),
    },
  };
}

interface Tempered {
  readonly steel: string;
  readonly temperature: number;
  readonly time: number;
  readonly hardness: number;
}

function itemFor(index: number, row: Tempered): Item {
  const english = index % 2 === 1;
  const inverse = index % 4 < 2;
  return {
    id: `withheld-${index + 1}`,
    cluster: row.steel,
    question: inverse ? askTemperature(row, english) : askHardness(row, english),
    truth: inverse
      ? { of: 'setpoint', value: row.temperature, unit: '°C', tolerance: tolerances.temperature }
      : { of: 'expected', value: row.hardness, unit: 'HRC', tolerance: tolerances.hardness },
  };
}

const askTemperature = ({ steel, time, hardness }: Tempered, english: boolean) =>
  english
    ? `Recommend a tempering temperature for ${steel} to reach ${hardness} HRC after ${time} h`
    : `为 ${steel} 推荐回火温度：目标硬度 ${hardness} HRC，保温 ${time} 小时`;

const askHardness = ({ steel, time, temperature }: Tempered, english: boolean) =>
  english
    ? `What hardness does ${steel} get after ${time} h at ${temperature} °C?`
    : `${steel} 在 ${temperature} °C 回火 ${time} 小时后硬度是多少？`;
