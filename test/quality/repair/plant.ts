import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDataset } from '../../../src/add.ts';
import type { DatasetDeclaration } from '../../../src/catalog/declaration.ts';
import { type OpenedWorkspace, openWorkspace } from '../../../src/open.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';
import { temporaryFolder } from '../../workspace/temporary.ts';

/** A workspace folder with the dataset `line`, made of files by name. */
export async function plantWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  declaration: DatasetDeclaration = {},
): Promise<string> {
  const folder = await temporaryFolder();
  const plant = join(folder, 'plant');
  const data = join(folder, 'line');
  await mkdir(data);
  for (const [name, content] of Object.entries(files)) await writeFile(join(data, name), content);
  await initWorkspace(plant, { id: 'plant' });
  await addDataset(plant, data, { id: 'line', declaration });
  return plant;
}

/** The workspace, closed after the test. */
export async function opened(plant: string): Promise<OpenedWorkspace> {
  const workspace = await openWorkspace(plant);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** All records of a record set as texts, field by field, as the engine holds them. */
export async function textsOf(
  { catalog, tables }: OpenedWorkspace,
  dataset: string,
  recordSet: string,
): Promise<Record<string, (string | null)[]>> {
  const fields = catalog.dataset(dataset).recordSets.find(({ id }) => id === recordSet)?.fields ?? [];
  const texts = fields.map(({ id }) => id);
  const columns: Record<string, (string | null)[]> = Object.fromEntries(texts.map((id) => [id, []]));
  for await (const batch of tables.scan({ dataset, recordSet, fields: [], texts })) {
    for (const [place, id] of texts.entries()) columns[id]?.push(...(batch.texts[place] ?? []));
  }
  return columns;
}
