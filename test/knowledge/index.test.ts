import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { indexKnowledge, openKnowledge } from '../../src/knowledge/index.ts';
import { folders, plant } from './plant.ts';

const first = (query: string) => ({ query, limit: 3, offset: 0 });

describe('index', () => {
  test('reads only what is new or changed', async () => {
    const at = await folders(plant);
    expect(await indexKnowledge(at)).toMatchObject({
      documents: 3,
      read: 3,
      kept: 0,
      removed: 0,
      problems: [],
    });
    const before = await indexKnowledge(at);
    expect(before).toMatchObject({ read: 0, kept: 3, removed: 0 });
    await at.write('zh/tempering.txt', '回火规程\n\n回火温度改为 500 摄氏度。\n');
    await at.write('new.md', '# New\n\nA new page on the gearbox.\n');
    await rm(join(at.folder, 'milling/limits.md'));
    const after = await indexKnowledge(at);
    expect(after).toMatchObject({ documents: 3, read: 2, kept: 1, removed: 1 });
    expect(after.hash).not.toBe(before.hash);
    expect((await indexKnowledge(at)).hash).toBe(after.hash);
  });

  test('an index built step by step answers as one built at once', async () => {
    const [steps, once] = [await folders(), await folders(plant)];
    for (const [path, text] of Object.entries(plant)) {
      await steps.write(path, text);
      await indexKnowledge(steps);
    }
    await indexKnowledge(once);
    const [a, b] = [await openKnowledge(steps), await openKnowledge(once)];
    expect(await a.search(first('spindle overheats'))).toEqual(await b.search(first('spindle overheats')));
    expect(a.documents()).toEqual(b.documents());
  });

  test('a stale index is never served', async () => {
    const at = await folders(plant);
    await indexKnowledge(at);
    await at.write('zh/tempering.txt', '回火规程\n\n回火温度改为 500 摄氏度。\n');
    const knowledge = await openKnowledge(at);
    const { hits } = await knowledge.search(first('回火温度'));
    expect(hits[0]?.passage.text).toContain('500');
    expect((await indexKnowledge(at)).read).toBe(0);
  });

  test('a change within the same second and of the same length is seen', async () => {
    const at = await folders({ 'a.md': 'The limit is 8.6 K.\n' });
    await indexKnowledge(at);
    await at.write('a.md', 'The limit is 9.9 K.\n');
    expect((await (await openKnowledge(at)).read('a')).text).toContain('9.9');
  });

  test('what is opened stays as it was while another process indexes', async () => {
    const at = await folders(plant);
    const reader = await openKnowledge(at);
    const before = await reader.search(first('HDF'));
    await at.write('milling/limits.md', '# Empty now\n\nNothing here.\n');
    await indexKnowledge(at);
    await rm(at.indexFolder, { recursive: true });
    expect(await reader.search(first('HDF'))).toEqual(before);
  });

  test('two processes may index at the same time', async () => {
    const at = await folders(plant);
    const reports = await Promise.all([indexKnowledge(at), indexKnowledge(at), indexKnowledge(at)]);
    expect(new Set(reports.map(({ hash }) => hash)).size).toBe(1);
    expect(await indexKnowledge(at)).toMatchObject({ read: 0, kept: 3 });
  });

  test.each(['document', 'manifest'])('a damaged %s file is noticed and written anew', async (kind) => {
    const at = await folders(plant);
    await indexKnowledge(at);
    const names = (await readdir(at.indexFolder)).filter((name) => name.startsWith(kind));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const path = join(at.indexFolder, name);
      const content = await readFile(path, 'utf8');
      await writeFile(path, content.replace('coolant', 'poison!').slice(0, -1));
    }
    const { hits } = await (await openKnowledge(at)).search(first('coolant changed'));
    expect(hits[0]?.passage.text).toContain('coolant');
    expect(await indexKnowledge(at)).toMatchObject({ read: 0, kept: 3 });
  });

  test('what a killed writer left behind does no harm', async () => {
    const at = await folders(plant);
    await indexKnowledge(at);
    await writeFile(join(at.indexFolder, 'manifest.json.1-abc.tmp'), '{"format":');
    await writeFile(join(at.indexFolder, 'document-0000.json'), 'half');
    expect(await indexKnowledge(at)).toMatchObject({ read: 0, kept: 3 });
  });

  test('where the index cannot be stored it lives in memory', async () => {
    const at = await folders(plant);
    const indexFolder = join(at.folder, 'zh/tempering.txt', 'index');
    const opened = openKnowledge({ folder: at.folder, indexFolder });
    await expect(opened.then((k) => k.search(first('HDF')))).resolves.toMatchObject({ total: 2 });
  });

  test('files that cannot be served are named, and the others are served', async () => {
    const at = await folders({
      ...plant,
      'old.doc': 'x',
      'bad.txt': Uint8Array.from([0, 1, 2, 3]),
      'front.md': '---\nlanguage: fr\n---\n# A\n',
      '.hidden.md': '# Hidden\n',
    });
    await symlink('/etc/hostname', join(at.folder, 'link.md'));
    const report = await indexKnowledge(at);
    expect(report.documents).toBe(3);
    expect(report.problems.map(({ path, error }) => [path, error.code]).sort()).toEqual([
      ['bad.txt', 'unreadable_file'],
      ['front.md', 'invalid_metadata'],
      ['old.doc', 'unsupported_format'],
    ]);
    expect((await openKnowledge(at)).problems()).toEqual(report.problems);
  });

  test('names that would give one id give two', async () => {
    const at = await folders({ 'a/b.md': '# One\n', 'a.b.txt': '# Two\n', '工艺 卡(2).md': '# 三\n' });
    const ids = (await openKnowledge(at)).documents().map(({ id }) => id);
    expect(ids).toEqual(['a.b', 'a.b_2', '工艺-卡-2']);
  });

  test('can be cancelled, and the index stays as it was', async () => {
    const at = await folders(plant);
    const before = await indexKnowledge(at);
    await at.write('new.md', '# New\n');
    const signal = AbortSignal.abort();
    await expect(indexKnowledge({ ...at, signal })).rejects.toMatchObject({ code: 'cancelled' });
    await rm(join(at.folder, 'new.md'));
    expect(await indexKnowledge(at)).toMatchObject({ hash: before.hash, read: 0 });
  });

  test('tells how far it is', async () => {
    const seen: string[] = [];
    await indexKnowledge({
      ...(await folders(plant)),
      onProgress: ({ task, done, total }) => seen.push(`${task} ${done}/${total}`),
    });
    expect(seen).toEqual(['documents 0/3', 'documents 1/3', 'documents 2/3', 'documents 3/3']);
  });
});
