import { describe, expect, it } from 'vitest';
import { defectFrequencies } from '../../src/methods/index.ts';
import { defaultParameters, faultClasses, simulateBearing } from '../../src/simulation/bearing/index.ts';

const simulation = simulateBearing({ seed: 1 });
const [measurements, peaks] = simulation.dataset.tables;

/** Rows of the tables of a document whose first cell matches, as cells. */
const rowsIn = (text: string, first: RegExp) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .filter(([cell = '']) => first.test(cell));

/** What the document states, read with nothing of the generator. */
function factsIn(text: string) {
  const value = (code: string) => Number(rowsIn(text, new RegExp(`^\`${code}\``))[0]?.[1]);
  const types = rowsIn(text, /^(6205|ZJ-\d+)$/).map(([name = '', ...cells]) => {
    const [rollingElements = 0, ballDiameter = 0, pitchDiameter = 0, contactAngle = 0] = cells.map(Number);
    return [name, { rollingElements, ballDiameter, pitchDiameter, contactAngle }] as const;
  });
  return {
    tolerance: value('match_tolerance'),
    prominence: value('minimum_prominence'),
    geometry: new Map(types),
    zones: rowsIn(text, /^[ABCD]$/),
    actions: rowsIn(text, /^(BPFO|BPFI|BSF)$/).map(([code]) => code),
  };
}

const text = (language: string) =>
  simulation.documents.find(({ path }) => path.endsWith(`.${language}.md`))?.text ?? '';

interface Served {
  readonly measurement: string;
  readonly bearing: string;
  readonly speed: number;
  readonly floor: number;
}

const served: readonly Served[] = (measurements?.rows ?? []).map((row) => ({
  measurement: String(row[0]),
  bearing: String(row[2]),
  speed: Number(row[4]),
  floor: Number(row[6]),
}));

const linesOf = (measurement: string) =>
  (peaks?.rows ?? [])
    .filter((row) => row[0] === measurement)
    .map((row) => [Number(row[1]), Number(row[2])] as const);

/** Sum of what stands out at the defect frequency of a class and twice it, over the floor. */
function strengths(one: Served, facts: ReturnType<typeof factsIn>): Map<string, number> {
  const geometry = facts.geometry.get(one.bearing);
  if (!geometry) throw new Error(`no geometry of ${one.bearing}`);
  const found = defectFrequencies(geometry, one.speed / 60);
  const wanted = { BPFO: found.bpfo, BPFI: found.bpfi, BSF: 2 * found.bsf };
  return new Map(
    Object.entries(wanted).map(([code, frequency]) => {
      const hits = [1, 2].flatMap((order) =>
        linesOf(one.measurement).filter(
          ([hertz, amplitude]) =>
            Math.abs(hertz / (order * frequency) - 1) <= facts.tolerance &&
            amplitude >= facts.prominence * one.floor,
        ),
      );
      return [code, hits.reduce((sum, [, amplitude]) => sum + amplitude, 0)] as const;
    }),
  );
}

describe('bearing simulator', () => {
  it('is determined by its seed', { timeout: 60_000 }, () => {
    const few = (seed: number) => simulateBearing({ seed, measurements: 4 });
    expect(few(3)).toEqual(few(3));
    expect(few(3).dataset.tables).not.toEqual(few(4).dataset.tables);
  });

  it('serves measurements and lines, and no class', () => {
    expect(served).toHaveLength(48);
    for (const { measurement } of served) expect(linesOf(measurement)).toHaveLength(defaultParameters.lines);
    const columns = [...(measurements?.columns ?? []), ...(peaks?.columns ?? [])];
    expect(columns.join(' ')).not.toMatch(/fault|class|BPF|label/i);
    const declared = Object.keys(simulation.dataset.declaration.fields).map((key) =>
      key.replace(/^\w+\//, ''),
    );
    expect(new Set(declared)).toEqual(new Set(columns));
    expect(JSON.stringify([measurements?.rows, peaks?.rows])).not.toMatch(/BPFO|BPFI|BSF/);
    for (const fault of faultClasses) {
      expect(simulation.truth.filter((one) => one.fault === fault).length, fault).toBeGreaterThanOrEqual(10);
    }
  });

  it('states the same facts in both languages', () => {
    const en = factsIn(text('en'));
    const zh = factsIn(text('zh'));
    expect({ ...zh, zones: zh.zones.map((row) => row.slice(0, 4)) }).toEqual({
      ...en,
      zones: en.zones.map((row) => row.slice(0, 4)),
    });
    expect(en.geometry.size).toBe(3);
    expect(en.actions).toEqual(['BPFO', 'BPFI', 'BSF']);
    expect(en.zones.map(([zone]) => zone)).toEqual(['A', 'B', 'C', 'D']);
    expect(en.tolerance).toBe(defaultParameters.matchTolerance);
  });

  it('shows the true defect frequency among the lines of at least 95 % of faulty measurements', () => {
    const facts = factsIn(text('en'));
    const faulty = simulation.truth.filter(({ fault }) => fault !== 'none');
    const shown = faulty.filter(({ measurement, fault }) => {
      const one = served.find((row) => row.measurement === measurement);
      return one !== undefined && (strengths(one, facts).get(fault) ?? 0) > 0;
    });
    console.info(`true defect frequency among the lines: ${shown.length} of ${faulty.length}`);
    expect(shown.length / faulty.length).toBeGreaterThanOrEqual(0.95);
  });

  it('tells the classes apart by the documented procedure', { timeout: 60_000 }, () => {
    const facts = factsIn(text('en'));
    const right = simulation.truth.filter(({ measurement, fault }) => {
      const one = served.find((row) => row.measurement === measurement);
      if (!one) return false;
      const [[code = 'none', strength = 0] = []] = [...strengths(one, facts)].sort((a, b) => b[1] - a[1]);
      return (strength > 0 ? code : 'none') === fault;
    });
    console.info(`right class by the documented procedure: ${right.length} of ${simulation.truth.length}`);
    expect(right.length / simulation.truth.length).toBeGreaterThanOrEqual(0.9);
  });

  it('has velocities in more than one severity zone', () => {
    const speeds = (measurements?.rows ?? []).map((row) => Number(row[5]));
    const zones = defaultParameters.zones.map(({ upper }) => upper ?? Number.POSITIVE_INFINITY);
    const used = new Set(speeds.map((value) => zones.findIndex((upper) => value <= upper)));
    expect(used.size).toBeGreaterThanOrEqual(3);
  });
});
