import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { add } from '../../src/add.ts';
import { type OpenedWorkspace, openWorkspace } from '../../src/open.ts';
import type { TableQuery } from '../../src/workspace/index.ts';
import { emptyWorkspace, file, lathe } from './workspace-folder.ts';

async function opened(root: string): Promise<OpenedWorkspace> {
  const workspace = await openWorkspace(root);
  onTestFinished(() => workspace.close());
  return workspace;
}

const all = (dataset: string): TableQuery => ({
  dataset,
  select: [],
  where: [],
  order: [],
  limit: 100,
  offset: 0,
});

async function latheWorkspace() {
  const { layout, beside } = await emptyWorkspace();
  await add(layout.root, await file(beside, 'lathe.csv', lathe));
  return { layout, beside };
}

describe('openWorkspace', () => {
  test('an empty one is a workspace', async () => {
    const { layout } = await emptyWorkspace();
    const workspace = await opened(layout.root);
    expect(workspace).toMatchObject({ id: 'plant', problems: [] });
    expect(workspace.catalog.entries()).toEqual([]);
  });

  test('a folder outside is none', async () => {
    const { beside } = await emptyWorkspace();
    await expect(openWorkspace(join(beside, '..'))).rejects.toMatchObject({ code: 'not_a_workspace' });
  });

  test('serves catalog, tables, knowledge and quality of what was added', async () => {
    const { layout, beside } = await latheWorkspace();
    await add(
      layout.root,
      await file(beside, 'limits.md', '# Limits of the lathe\n\nThe torque stays below 50 Nm.\n'),
    );
    const workspace = await opened(join(layout.datasets, 'lathe'));
    expect(workspace.catalog.entries().map(({ id, kind }) => [id, kind])).toEqual([
      ['lathe', 'dataset'],
      ['limits', 'document'],
    ]);
    const { rows, rowNumbers, hash } = await workspace.tables.query({
      ...all('lathe'),
      select: [{ field: 'torque' }],
      where: [{ field: 'torque', op: '>', value: 40 }],
    });
    expect({ rows, rowNumbers }).toEqual({ rows: [[40.5], [55]], rowNumbers: [1, 3] });
    expect(hash).toBe(workspace.catalog.dataset('lathe').hash);
    const { hits } = await workspace.knowledge.search({ query: 'torque limit', limit: 3, offset: 0 });
    expect(hits[0]?.passage.document).toBe('limits');
    expect(await workspace.quality.report('lathe')).toMatchObject({ dataset: 'lathe', hash });
  });

  test('derived tables that are gone are read again, the same', async () => {
    const { layout } = await latheWorkspace();
    const before = await (await opened(layout.root)).tables.query(all('lathe'));
    await rm(layout.derived, { recursive: true });
    expect(await (await opened(layout.root)).tables.query(all('lathe'))).toEqual(before);
  });

  test('several at once rebuild without harm', async () => {
    const { layout } = await latheWorkspace();
    await rm(layout.derived, { recursive: true });
    const workspaces = await Promise.all([1, 2, 3].map(() => opened(layout.root)));
    for (const workspace of workspaces) expect((await workspace.tables.query(all('lathe'))).total).toBe(3);
    expect(await readdir(join(layout.derived, 'staging'))).toEqual([]);
  });
});

describe('a dataset that is other than described', () => {
  test.each([
    ['its file changed', (path: string) => appendFile(path, 'A4,1,2\n')],
    ['its file is gone', (path: string) => rm(path)],
  ])('%s: it is refused as stale, and the others are served', async (_name, change) => {
    const { layout, beside } = await latheWorkspace();
    await add(layout.root, await file(beside, 'mill.csv', lathe));
    await (await opened(layout.root)).close();
    await change(join(layout.dataset('lathe'), 'lathe.csv'));
    const workspace = await opened(layout.root);
    expect(workspace.problems).toMatchObject([{ where: 'datasets/lathe', error: { code: 'stale' } }]);
    await expect(workspace.tables.query(all('lathe'))).rejects.toMatchObject({
      code: 'stale',
      recovery: expect.stringContaining('--replace'),
    });
    await expect(workspace.quality.report('lathe')).rejects.toMatchObject({ code: 'stale' });
    const entry = workspace.catalog.dataset('lathe');
    expect(entry.unknown).toContain('content');
    expect(entry.recordSets[0]?.fields[1]?.statistics).toBeUndefined();
    expect((await workspace.tables.query(all('mill'))).total).toBe(3);
  });

  test.each([
    ['no JSON', '{"a": ', 'not JSON'],
    ['no dataset', '{}', 'Dataset'],
    ['nothing', undefined, 'cannot be read'],
  ])('its metadata are %s: it is named among the problems', async (_name, text, words) => {
    const { layout } = await latheWorkspace();
    if (text === undefined) await rm(layout.metadata('lathe'));
    else await writeFile(layout.metadata('lathe'), text);
    const workspace = await opened(layout.root);
    expect(workspace.catalog.entries()).toEqual([]);
    expect(workspace.problems[0]?.error.message).toContain(words);
    expect(() => workspace.catalog.dataset('lathe')).toThrow(words);
    await expect(workspace.tables.query(all('lathe'))).rejects.toThrow(words);
  });
});
