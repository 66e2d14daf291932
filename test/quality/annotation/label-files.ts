import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a file of labels into a folder of its own, and gives its path. */
export async function labelFile(text: string, name = 'labels.csv'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-annotation-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}
