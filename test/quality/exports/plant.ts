import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDataset } from '../../../src/add.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';

/** A new workspace with one dataset, from a file of this name and content. */
export async function plantWith(name: string, content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const plant = join(folder, 'plant');
  await initWorkspace(plant);
  const file = join(folder, name);
  await writeFile(file, content);
  await addDataset(plant, file);
  return plant;
}
