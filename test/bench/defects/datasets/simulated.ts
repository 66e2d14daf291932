import type { DefectField, DefectTable } from '../../../../src/simulation/defects/index.ts';
import {
  type Simulation,
  simulateMachiningLine,
  simulateTempering,
} from '../../../../src/simulation/index.ts';
import type { FieldRole, FieldType } from '../../../../src/workspace/index.ts';
import type { BenchDataset } from './dataset.ts';

const named = /^(.*?)(?: \[(.+)\])?$/;

/** The one table of a simulation; fields by the ids that the catalog would give them. */
function tableOf({ dataset }: Simulation): DefectTable {
  const [table] = dataset.tables;
  if (!table) throw new RangeError(`${dataset.id} has no table`);
  const columns = table.columns.map((_, place) => table.rows.map((row) => row[place] ?? null));
  const fields = table.columns.map((name, place): DefectField => {
    const [, words = name, unit] = named.exec(name) ?? [];
    const role: FieldRole | null = dataset.declaration.fields[name]?.role ?? null;
    const isText = columns[place]?.some((cell) => typeof cell === 'string') ?? false;
    const type: FieldType = isText ? 'string' : 'number';
    return { id: words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_'), type, role, unit: unit ?? null };
  });
  return { fields, columns, ordered: true };
}

export const machiningLine: BenchDataset = {
  id: 'machining-line',
  simulated: true,
  reported: true,
  available: () => true,
  make: async (seed) => tableOf(simulateMachiningLine({ seed, rows: 8000 })),
};

/** Trials, one by one: their order means nothing. Hardness is a label that is a quantity. */
export const tempering: BenchDataset = {
  id: 'tempering',
  simulated: true,
  reported: false,
  available: () => true,
  make: async (seed) => ({ ...tableOf(simulateTempering({ seed })), ordered: false }),
};
