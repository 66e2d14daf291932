import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetDeclaration, readScenario } from '../../src/catalog/index.ts';
import { simulate, simulations, writeSimulation } from '../../src/simulation/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-simulate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('simulate', () => {
  it('knows its simulators and refuses others', () => {
    expect(Object.keys(simulations)).toEqual(['tempering', 'machining-line', 'bearing']);
    expect(() => simulate('toString', { seed: 1 })).toThrow(/no simulator/);
  });

  it('makes all of the plant in less than ten seconds', () => {
    const start = performance.now();
    for (const id of Object.keys(simulations)) expect(simulate(id, { seed: 2 }).dataset.id).toBe(id);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each(['tempering', 'machining-line', 'bearing'])(
    '%s is written as it is, and without its truth',
    async (id) => {
      const simulation = simulate(id, { seed: 1 });
      expect(datasetDeclaration.parse(simulation.dataset.declaration).generated).toBe(true);
      const written = await writeSimulation(simulation, join(folder, id));
      const files = await readdir(written.data);
      expect(files.filter((file) => file.endsWith('.csv')).sort()).toEqual(
        simulation.dataset.tables.map((table) => `${table.id}.csv`).sort(),
      );
      for (const table of simulation.dataset.tables) {
        const text = await readFile(join(written.data, `${table.id}.csv`), 'utf8');
        const [header, ...rows]: string[][] = parse(text);
        expect(header).toEqual(table.columns);
        expect(rows).toEqual(table.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
      }
      for (const { path, text } of simulation.documents) {
        const [at = '', ...below] = path.split('/');
        const place = written.documents.find((one) => basename(one) === at) ?? '';
        expect(await readFile(join(place, ...below), 'utf8')).toBe(text);
        expect(text).toMatch(/^---\ntitle: .+\nlanguage: (zh|en)\ndatasets: \[.+\]\n---\n/);
      }
      for (const path of written.scenarios) {
        const { requirements, unknown } = await readScenario(path);
        expect(simulation.scenarios?.map((scenario) => scenario.requirements)).toContainEqual(requirements);
        expect(unknown).toEqual(expect.arrayContaining(['version', 'license']));
        expect(unknown).not.toContain('keywords');
      }
      expect(written.scenarios).toHaveLength(1);
      const languages = simulation.documents.map(({ text }) => /language: (\w+)/.exec(text)?.[1]).sort();
      expect(languages).toEqual(['en', 'zh']);
      const all = await readdir(join(folder, id), { recursive: true });
      expect(all.filter((name) => /truth/i.test(name))).toEqual([]);
    },
  );
});
