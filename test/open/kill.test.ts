import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recoverStaging } from '../../src/workspace/folder/index.ts';
import { emptyWorkspace } from './workspace-folder.ts';

test.each([
  ['before the new dataset is complete', 'before', 'old'],
  ['once its place is being taken', 'after', 'new'],
  ['when the old one is gone and the new one not there yet', 'between', 'new'],
])('a writer killed %s leaves a whole dataset', async (_name, moment, expected) => {
  const { layout } = await emptyWorkspace();
  await mkdir(layout.dataset('lathe'));
  await writeFile(layout.metadata('lathe'), 'old');
  const program = join(import.meta.dirname, 'killed-writer.ts');
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, layout.root, 'lathe', moment],
    {
      encoding: 'utf8',
    },
  );
  expect(signal, stderr).toBe('SIGKILL');
  expect(await readdir(layout.staging)).toHaveLength(1);
  await recoverStaging(layout);
  expect(await readFile(layout.metadata('lathe'), 'utf8')).toBe(expected);
  expect(await readdir(layout.datasets)).toEqual(['lathe']);
  expect(await readdir(layout.staging)).toEqual([]);
});
