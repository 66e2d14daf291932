import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add } from '../../../src/add.ts';
import { openWorkspace } from '../../../src/open.ts';
import { emptyWorkspace, file } from '../../open/workspace-folder.ts';

const content = `t,v\n${Array.from({ length: 3000 }, (_, row) => `${row},${(row * 7919) % 1009}.5\n`).join('')}`;

async function added() {
  const { layout, beside } = await emptyWorkspace();
  await add(layout.root, await file(beside, 'line.csv', content), { id: 'line' });
  const workspace = await openWorkspace(layout.root);
  const { hash } = workspace.catalog.dataset('line');
  const parquet = join(layout.tables(hash), 'line.parquet');
  return { layout, workspace, parquet };
}

async function keptIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

test('a source that changed since it was described is named, in both languages, and the last report stays', async () => {
  const { layout, workspace } = await added();
  await workspace.quality.report('line');
  await workspace.close();
  const kept = await keptIn(layout.quality);
  await writeFile(join(layout.dataset('line'), 'line.csv'), `${content}3000,7\n`);
  const refused: unknown = await openWorkspace(layout.root)
    .then((opened) => opened.quality.report('line').finally(() => opened.close()))
    .catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'stale', details: { file: 'line.csv' } });
  expect(await keptIn(layout.quality)).toEqual(kept);
});

test.each<[string, (parquet: string) => Promise<void>]>([
  ['cut', (parquet) => truncate(parquet, 600)],
  ['replaced by something else', (parquet) => writeFile(parquet, 'no table')],
  ['removed', (parquet) => rm(parquet)],
])(
  'a derived table that was %s fails a gate, no report of it is kept, and it can be mended',
  async (_, damage) => {
    const { layout, workspace, parquet } = await added();
    await damage(parquet);
    const report = await workspace.quality.report('line').finally(() => workspace.close());
    const gate = report.gates.find(({ id }) => id === 'readable');
    expect(gate).toMatchObject({ passed: false, reason: { zh: expect.stringContaining('无法读取') } });
    expect(report.verdict).toBe('unfit');
    expect(await keptIn(layout.quality)).toEqual({});
    await rm(join(parquet, '..'), { recursive: true, force: true });
    const mended = await openWorkspace(layout.root);
    const anew = await mended.quality.report('line').finally(() => mended.close());
    expect(anew.gates.find(({ id }) => id === 'readable')?.passed).toBe(true);
  },
);
