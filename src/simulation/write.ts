import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { stringify as stringifyYaml } from 'yaml';
import type { Simulation } from './simulation.ts';

export interface WrittenSimulation {
  /** Folder with one CSV file (UTF-8) per table, to be added as one dataset. */
  readonly data: string;
  /** Folders with the documents, to be added as they are. */
  readonly documents: readonly string[];
  /** Scenario files (YAML), to be put into the register of scenarios. */
  readonly scenarios: readonly string[];
}

/** Writes what may be served of a simulation into `folder`: tables, documents and scenarios, never the truth. */
export async function writeSimulation(simulation: Simulation, folder: string): Promise<WrittenSimulation> {
  const data = join(folder, simulation.dataset.id);
  const documents = join(folder, 'documents');
  await mkdir(data, { recursive: true });
  for (const { id, columns, rows } of simulation.dataset.tables) {
    await writeFile(join(data, `${id}.csv`), stringify([[...columns], ...rows.map((row) => [...row])]));
  }
  for (const { path, text } of simulation.documents) {
    await mkdir(dirname(join(documents, path)), { recursive: true });
    await writeFile(join(documents, path), text);
  }
  const folders = new Set(simulation.documents.map(({ path }) => path.split('/')[0] ?? path));
  const scenarios: string[] = [];
  for (const { id, ...scenario } of simulation.scenarios ?? []) {
    const file = join(folder, 'scenarios', `${id}.yaml`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, stringifyYaml(scenario, { aliasDuplicateObjects: false }));
    scenarios.push(file);
  }
  return { data, scenarios, documents: [...folders].map((name) => join(documents, name)) };
}
