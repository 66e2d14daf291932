import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  findWorkspace,
  hashOfFiles,
  idFrom,
  initWorkspace,
  isId,
  layoutOf,
  readManifest,
  readYaml,
  resolveInside,
  sha256OfFile,
  withWriteLock,
  writeAtomically,
} from '../../src/workspace/folder/index.ts';
import { ZhujiError } from '../../src/workspace/index.ts';
import { temporaryFolder } from './temporary.ts';

describe('initWorkspace', () => {
  test('makes a folder that is found from anywhere within', async () => {
    const root = join(await temporaryFolder(), 'my plant');
    const layout = await initWorkspace(root, { title: { zh: '工厂', en: 'Plant' } });
    expect(await readManifest(layout)).toEqual({ id: 'my-plant', title: { zh: '工厂', en: 'Plant' } });
    expect((await findWorkspace(layout.datasets)).root).toBe(root);
  });

  test('never overwrites', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'zhuji.yaml'), 'id: mine\n');
    await expect(initWorkspace(root)).rejects.toMatchObject({ code: 'already_exists' });
    expect(await readFile(join(root, 'zhuji.yaml'), 'utf8')).toBe('id: mine\n');
  });

  test('one of two at once wins', async () => {
    const root = await temporaryFolder();
    const results = await Promise.allSettled([
      initWorkspace(root, { id: 'a' }),
      initWorkspace(root, { id: 'b' }),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a folder outside of any workspace is none', async () => {
    await expect(findWorkspace(await temporaryFolder())).rejects.toMatchObject({
      code: 'not_a_workspace',
      recovery: expect.stringContaining('zhuji init'),
    });
  });
});

describe('zhuji.yaml', () => {
  const cases: readonly (readonly [string, string, string, number])[] = [
    ['an unknown key', 'id: a\ntitel:\n  en: x\n', 'did you mean title', 2],
    ['broken YAML', 'id: a\ntitle: {en: "x\n', 'zhuji.yaml:', 3],
    ['a key twice', 'id: a\nid: b\n', 'unique', 2],
    ['a wrong type', 'id: a\ntitle:\n  en: 5\n', 'title.en', 3],
    ['a bad id', 'id: ../x\n', 'id', 1],
  ];
  test.each(cases)('%s is refused with its line', async (_name, text, words, line) => {
    const layout = layoutOf(await temporaryFolder());
    await writeFile(layout.manifest, text);
    const error = await readManifest(layout).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'configuration', details: { line } });
    expect(String(error)).toContain(words);
  });
});

describe('a YAML file that people write', () => {
  const schema = z.strictObject({
    title: z.string().optional(),
    role: z.enum(['time', 'label']).optional(),
    day: z.iso.date().optional(),
    many: z.array(z.string()).max(1).optional(),
  });
  const refusal = async (text: string): Promise<unknown> => {
    const path = join(await temporaryFolder(), 'x.yaml');
    await writeFile(path, text);
    return readYaml(path, schema, 'invalid_metadata').catch((thrown: unknown) => thrown);
  };

  test.each([
    ['titel: x\n', 'unknown key "titel"; did you mean title?', '未知的键 "titel"；是否指 title？'],
    ['zzzzzz: x\n', 'valid: title, role', '可用：title、role'],
    ['title: 5\n', 'title: must be a text', 'title：须为文本'],
    ['role: lable\n', 'one of time, label; did you mean label?', '须为以下之一：time、label；是否指 label？'],
    ['day: soon\n', 'day: must be a date such as', 'day：须为日期'],
    ['many: [a, b]\n', 'many: Too big', 'many：取值无效'],
    ['title: "x\n', 'Missing closing', 'YAML 语法错误'],
  ])('%j is refused in both languages', async (text, en, zh) => {
    const error = await refusal(text);
    if (!ZhujiError.is(error)) throw error;
    expect(error.in('en').message).toContain(en);
    expect(error.in('zh').message).toContain(zh);
  });

  test('that is not there is missed with a way out', async () => {
    const path = join(await temporaryFolder(), 'none.yaml');
    await expect(readYaml(path, schema, 'invalid_metadata')).rejects.toMatchObject({
      code: 'not_found',
      recovery: expect.stringMatching(/path/),
    });
  });
});

describe('ids', () => {
  test.each([
    ['AI4I 2020.csv', 'ai4i-2020'],
    ['/data/主轴 数据.xlsx', '主轴-数据'],
    ['..csv', 'dataset'],
    ['---.csv', 'dataset'],
    ['a/b\\c.csv', 'b-c'],
  ])('%s gives %s', (name, id) => expect(idFrom(name)).toBe(id));

  test('whatever the name, the id is one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(isId(idFrom(name))).toBe(true);
      }),
    );
  });

  test.each(['', '.', '..', 'a..b', '../a', 'a/b', 'a b', '-a', 'a\0', 'a'.repeat(121)])(
    '%j is none',
    (id) => {
      expect(isId(id)).toBe(false);
    },
  );
});

describe('hashes', () => {
  test('a file is hashed as sha256', async () => {
    const file = join(await temporaryFolder(), 'x');
    await writeFile(file, 'abc');
    expect(await sha256OfFile(file)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('a dataset does not depend on the order of its files, but on each path and content', () => {
    const [a, b] = [
      { path: 'a', sha256: '1' },
      { path: 'b', sha256: '2' },
    ];
    expect(hashOfFiles([a, b])).toBe(hashOfFiles([b, a]));
    expect(hashOfFiles([a])).not.toBe(hashOfFiles([{ ...a, path: 'c' }]));
    expect(hashOfFiles([a])).not.toBe(hashOfFiles([{ ...a, sha256: '3' }]));
  });
});

describe('writing', () => {
  test('leaves the whole content and nothing aside', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'x.json');
    await Promise.all(Array.from({ length: 8 }, (_, i) => writeAtomically(file, `${i}`.repeat(100_000))));
    expect(await readFile(file, 'utf8')).toMatch(/^(\d)\1{99999}$/);
    expect(await readdir(folder)).toEqual(['x.json']);
  });

  test('one writer at a time, and the second learns who is first', async () => {
    const layout = layoutOf(await temporaryFolder());
    const order: string[] = [];
    await withWriteLock(layout, 'first', async () => {
      const second = withWriteLock(layout, 'second', async () => order.push('second'), 0);
      await expect(second).rejects.toMatchObject({
        code: 'locked',
        message: expect.stringContaining(`${process.pid}`),
      });
      await expect(second).rejects.toThrow('first');
      order.push('first');
    });
    await withWriteLock(layout, 'third', async () => order.push('third'));
    expect(order).toEqual(['first', 'third']);
  });

  test('the lock is free again after a failure', async () => {
    const layout = layoutOf(await temporaryFolder());
    await expect(withWriteLock(layout, 'a', async () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
    expect(await withWriteLock(layout, 'b', async () => 1)).toBe(1);
  });
});

describe('paths within a folder', () => {
  test.each(['../x', 'a/../../x', '/etc/passwd', 'C:\\x', '\\\\host\\x', 'a\\..\\..\\x', 'a\0b', ''])(
    '%j is refused',
    async (path) => {
      await expect(resolveInside(await temporaryFolder(), path)).rejects.toMatchObject({ code: 'denied' });
    },
  );

  test('a symbolic link must not lead out', async () => {
    const folder = await temporaryFolder();
    const inside = join(folder, 'inside');
    await mkdir(inside);
    await writeFile(join(folder, 'secret'), 's');
    await writeFile(join(inside, 'plain'), 'p');
    await symlink('../secret', join(inside, 'out'));
    await symlink('plain', join(inside, 'in'));
    await expect(resolveInside(inside, 'out')).rejects.toMatchObject({ code: 'denied' });
    expect(await resolveInside(inside, 'in')).toMatch(/plain$/);
    await expect(resolveInside(inside, 'none')).rejects.toMatchObject({ code: 'not_found' });
  });
});
