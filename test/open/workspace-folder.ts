import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWorkspace, type Layout } from '../../src/workspace/folder/index.ts';
import { temporaryFolder } from '../workspace/temporary.ts';

/** An empty workspace, and a folder beside it for what is to be added. */
export async function emptyWorkspace(): Promise<{ layout: Layout; beside: string }> {
  const folder = await temporaryFolder();
  const beside = join(folder, 'beside');
  await mkdir(beside);
  return { layout: await initWorkspace(join(folder, 'plant'), { id: 'plant' }), beside };
}

/** Writes a file and says where. */
export async function file(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

export const lathe = 'Part,Torque [Nm],Air temperature [K]\nA1,40.5,298.1\nA2,38.25,298.3\nA3,55,299\n';
