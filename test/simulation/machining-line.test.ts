import { describe, expect, it } from 'vitest';
import {
  defaultParameters,
  type MachiningParameters,
  machiningRecords,
  simulateMachiningLine,
} from '../../src/simulation/machining-line/index.ts';

/** The limits as a reader takes them out of the rule table, with nothing of the generator. */
function limitsIn(text: string) {
  const table = text.split('\n').filter((line) => line.startsWith('| '));
  const rows = (code: string) => table.filter((line) => line.startsWith(`| ${code} |`));
  const numbers = (line: string | undefined, pattern: RegExp) =>
    [...(line ?? '').matchAll(pattern)].map((match) => Number(match[1]));
  const [heat] = rows('HDF');
  const [power] = rows('PWF');
  const [difference] = numbers(heat, /air_temperature < ([\d.]+)/g);
  const [slow] = numbers(heat, /rotational_speed < ([\d.]+)/g);
  const [least] = numbers(power, /60 < ([\d.]+)/g);
  const [most] = numbers(power, /60 > ([\d.]+)/g);
  const strain = new Map(
    rows('OSF').map((line) => [/type = "(\w)"/.exec(line)?.[1], numbers(line, /torque > ([\d.]+)/g)[0]]),
  );
  return { difference, slow, least, most, strain };
}

type Row = readonly (string | number | null)[];

function deduced(row: Row, limits: ReturnType<typeof limitsIn>): string[] {
  const [, type, air, process, speed, torque, wear] = row;
  const [a, p, n, m, w] = [air, process, speed, torque, wear].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const watts = (m * n * 2 * Math.PI) / 60;
  const found: string[] = [];
  if (p - a < Number(limits.difference) && n < Number(limits.slow)) found.push('HDF');
  if (watts < Number(limits.least) || watts > Number(limits.most)) found.push('PWF');
  if (w * m > Number(limits.strain.get(String(type)))) found.push('OSF');
  return found;
}

const documentIn = (language: string, simulation: ReturnType<typeof simulateMachiningLine>) => {
  const text = simulation.documents.find(({ path }) => path.endsWith(`.${language}.md`))?.text;
  expect(text).toBeDefined();
  return text ?? '';
};

const moved: MachiningParameters = {
  ...defaultParameters,
  heatDifference: 9.2,
  heatSpeed: 1420,
  powerMin: 3800,
  powerMax: 8500,
  overstrain: { L: 9800, M: 11_000, H: 12_200 },
};

describe('machining line simulator', () => {
  it('is determined by its seed', () => {
    expect(simulateMachiningLine({ seed: 3 })).toEqual(simulateMachiningLine({ seed: 3 }));
    expect(simulateMachiningLine({ seed: 3 })).not.toEqual(simulateMachiningLine({ seed: 4 }));
  });

  it('serves no label, and says that it is generated, with seed and limits', () => {
    const { dataset } = simulateMachiningLine({ seed: 3 });
    const [table] = dataset.tables;
    expect(table?.columns.join(' ')).not.toMatch(/TWF|HDF|PWF|OSF|RNF|fail|fault/i);
    expect(dataset.declaration.generated).toBe(true);
    expect(dataset.declaration.provenance).toContain('seed 3');
    expect(Object.keys(dataset.declaration.fields)).toEqual(table?.columns);
  });

  it.each([
    ['published limits', defaultParameters],
    ['moved limits', moved],
  ])('documents in both languages reproduce the deducible truth of each row: %s', (_, parameters) => {
    const simulation = simulateMachiningLine({ seed: 5, parameters });
    const rows = simulation.dataset.tables[0]?.rows ?? [];
    expect(rows).toHaveLength(3000);
    const truth = simulation.truth.modes.map((modes) => modes.filter((mode) => !/TWF|RNF/.test(mode)));
    for (const language of ['en', 'zh']) {
      const limits = limitsIn(documentIn(language, simulation));
      expect(rows.map((row) => deduced(row, limits))).toEqual(truth);
    }
    for (const mode of ['HDF', 'PWF', 'OSF', 'TWF'] as const) {
      const count = simulation.truth.modes.filter((modes) => modes.includes(mode)).length;
      expect(count, mode).toBeGreaterThanOrEqual(10);
    }
  });

  it('moves the diagnosis of some rows when the limits move', () => {
    const [before, after] = [defaultParameters, moved].map(
      (parameters) => simulateMachiningLine({ seed: 5, parameters }).truth.modes,
    );
    const changed = before?.filter((modes, i) => modes.join() !== after?.[i]?.join()).length ?? 0;
    expect(changed).toBeGreaterThan(30);
  });

  it('labels a tool failure on the record of the worn tool', () => {
    const { dataset, truth } = simulateMachiningLine({ seed: 5 });
    const wear = truth.modes.flatMap((modes, i) =>
      modes.includes('TWF') ? [Number(dataset.tables[0]?.rows[i]?.[6])] : [],
    );
    expect(Math.min(...wear)).toBeGreaterThanOrEqual(defaultParameters.toolLifeMin);
  });

  it('gives fresh records with positives and negatives of each deducible mode', () => {
    const items = machiningRecords(9, 60);
    expect(items).toHaveLength(60);
    for (const mode of ['HDF', 'PWF', 'OSF'] as const) {
      const present = items.filter(({ modes }) => modes.includes(mode)).length;
      expect(present, mode).toBeGreaterThanOrEqual(3);
      expect(present, mode).toBeLessThan(40);
    }
  });
});
