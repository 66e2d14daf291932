import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { addDataset } from '../../../src/add.ts';
import type { DatasetDeclaration } from '../../../src/catalog/declaration.ts';
import { openWorkspace } from '../../../src/open.ts';
import { checkDataset } from '../../../src/quality/index.ts';
import type { DefectTable } from '../../../src/simulation/defects/index.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';
import { type Field, type QualityReport, ZhujiError } from '../../../src/workspace/index.ts';

export interface Checked {
  readonly report: QualityReport;
  readonly fields: readonly Field[];
}

export function csvOf({ fields, columns }: DefectTable): Uint8Array {
  const header = fields.map(({ id }) => id);
  const rows = Array.from({ length: columns[0]?.length ?? 0 }, (_, place) =>
    columns.map((column) => column[place] ?? null),
  );
  return Buffer.from(stringify([header, ...rows]), 'utf8');
}

/** Adds the file to a workspace of its own, as a user would, and measures it; an error where it is refused. */
export async function checkFile(
  file: Uint8Array,
  declaration: DatasetDeclaration,
): Promise<Checked | ZhujiError> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-bench-'));
  try {
    const source = join(folder, 'records.csv');
    const plant = join(folder, 'plant');
    await writeFile(source, file);
    await initWorkspace(plant, { id: 'plant' });
    const { entry } = await addDataset(plant, source, { declaration });
    const workspace = await openWorkspace(plant);
    try {
      const report = await checkDataset(entry.id, workspace);
      return { report, fields: entry.recordSets.flatMap(({ fields }) => fields) };
    } finally {
      await workspace.close();
    }
  } catch (error) {
    if (ZhujiError.is(error) && error.code !== 'internal') return error;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
