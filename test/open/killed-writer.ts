import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layoutOf, withStaging, writeAtomically } from '../../src/workspace/folder/index.ts';

/** Run as a program: puts a dataset together and is killed, before or in the midst of taking the place of `id`. */
const [root = '', id = '', moment = ''] = process.argv.slice(2);
const layout = layoutOf(root);

await withStaging(layout, async (staging) => {
  await mkdir(staging.dataset);
  await writeFile(join(staging.dataset, 'croissant.json'), 'new');
  if (moment !== 'before') await writeAtomically(join(staging.folder, 'commit.json'), JSON.stringify({ id }));
  if (moment === 'between') await rename(layout.dataset(id), join(staging.folder, 'replaced'));
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => setInterval(() => {}, 1000));
});
