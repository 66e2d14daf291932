import { describe, expect, it } from 'vitest';
import { predictHardness, recommendTemperature } from '../../src/methods/index.ts';
import {
  defaultParameters,
  quenchHardness,
  simulateTempering,
  steels,
  temperedHardness,
} from '../../src/simulation/tempering/index.ts';

const simulation = simulateTempering({ seed: 1 });
const [table] = simulation.dataset.tables;
const rows = table?.rows ?? [];
const place = (name: string) => table?.columns.indexOf(name) ?? -1;

const trialsOf = (steel: string) =>
  rows
    .filter((row) => row[place('Steel')] === steel && row[place('Hardness [HRC]')] !== null)
    .map((row) => ({
      temperature: Number(row[place('Tempering temperature [°C]')]),
      time: Number(row[place('Tempering time [h]')]),
      hardness: Number(row[place('Hardness [HRC]')]),
    }));

/** Values of a parameter table by code. */
function parametersIn(text: string): Record<string, number> {
  const cells = [...text.matchAll(/^\| `(\w+)`[^|]*\| ([\d.]+) \|/gm)];
  return Object.fromEntries(cells.map(([, code = '', value]) => [code, Number(value)]));
}

describe('tempering simulator', () => {
  it('is determined by its seed', () => {
    expect(simulateTempering({ seed: 1 })).toEqual(simulation);
    expect(simulateTempering({ seed: 2 }).dataset.tables).not.toEqual(simulation.dataset.tables);
  });

  it('has the size and the range of a trial plan, and declares each column', () => {
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.length).toBeLessThan(600);
    expect(new Set(rows.map((row) => row[place('Steel')])).size).toBe(8);
    expect(Object.keys(simulation.dataset.declaration.fields)).toEqual(table?.columns);
    expect(simulation.dataset.declaration.generated).toBe(true);
    for (const row of rows) {
      const temperature = Number(row[place('Tempering temperature [°C]')]);
      expect(temperature).toBeGreaterThanOrEqual(defaultParameters.temperatureMin);
      expect(temperature).toBeLessThanOrEqual(defaultParameters.temperatureMax);
      const hardness = row[place('Hardness [HRC]')];
      if (hardness !== null) expect(Number(hardness)).toBeGreaterThanOrEqual(20);
    }
  });

  it('keeps readings about the truth, and the truth out of the table', () => {
    const errors = rows.flatMap((row, i) => {
      const hardness = row[place('Hardness [HRC]')];
      return hardness === null ? [] : [Number(hardness) - (simulation.truth.rows[i]?.hardness ?? Number.NaN)];
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length);
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(deviation).toBeGreaterThan(0.4);
    expect(deviation).toBeLessThan(0.6);
    expect(table?.columns).not.toContain('True temperature [°C]');
  });

  it('softens with temperature and time, and hardens anew where molybdenum is', () => {
    const [c45, alloyed] = [steels[0], steels[6 + 1]];
    if (!c45 || !alloyed) throw new Error('steels are missing');
    const curve = (steel: typeof c45) =>
      [200, 300, 400, 500, 550, 600].map((t) => temperedHardness(steel, quenchHardness(steel), t, 1));
    const falling = curve(c45);
    falling.slice(1).forEach((value, i) => {
      expect(value).toBeLessThan(falling[i] ?? 0);
    });
    expect(temperedHardness(c45, 60, 400, 8)).toBeLessThan(temperedHardness(c45, 60, 400, 1));
    const [, , , , at550 = 0, at600 = 0] = curve(alloyed);
    expect(at600).toBeGreaterThan(at550);
    // 20 + 60 √0.45
    expect(quenchHardness(c45)).toBeCloseTo(60.25, 2);
  });

  it('writes its own parameters into both documents', () => {
    const values = simulation.documents.map(({ text }) => parametersIn(text));
    expect(values).toHaveLength(2);
    for (const value of values) {
      expect(value).toEqual({
        tempering_temperature_min: 150,
        tempering_temperature_max: 650,
        tempering_time_min: 0.5,
        tempering_time_max: 8,
        temper_embrittlement_min: 250,
        temper_embrittlement_max: 380,
        hollomon_jaffe_constant: 20,
        hardness_tolerance: 2,
      });
    }
    const other = simulateTempering({ seed: 1, parameters: { ...defaultParameters, constant: 18 } });
    expect(other.documents.map(({ text }) => parametersIn(text)['hollomon_jaffe_constant'])).toEqual([
      18, 18,
    ]);
  });

  it('can be used: the method recovers hardness that the rows do not hold, though it knows one constant only', () => {
    const asked = steels.flatMap((steel) =>
      [430, 470, 510].map((temperature) => {
        const truth = temperedHardness(steel, quenchHardness(steel), temperature, 3);
        const trials = trialsOf(steel.name);
        const predicted = predictHardness(trials, { temperature, time: 3, constant: 20 });
        const found = recommendTemperature(trials, { hardness: truth, time: 3, constant: 20 });
        return {
          hardness: predicted.status === 'answered' && Math.abs(predicted.hardness - truth) <= 2,
          temperature: found.status === 'answered' && Math.abs(found.temperature - temperature) <= 25,
        };
      }),
    );
    expect(asked.filter(({ hardness }) => hardness).length / asked.length).toBeGreaterThanOrEqual(0.9);
    expect(asked.filter(({ temperature }) => temperature).length / asked.length).toBeGreaterThanOrEqual(0.85);
  });
});
