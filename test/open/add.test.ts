import { createHash } from 'node:crypto';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { add, addDataset, addDocument } from '../../src/add.ts';
import { checkCroissant } from '../../src/catalog/index.ts';
import type { DatasetEntry } from '../../src/workspace/index.ts';
import { emptyWorkspace, file, lathe } from './workspace-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function remains(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).toSorted();
}

describe('a table', () => {
  test('is copied, read and described, and what nobody declared is unknown', async () => {
    const { layout, beside } = await emptyWorkspace();
    const added = await add(layout.root, await file(beside, 'Lathe 1.csv', lathe));
    expect(added).toMatchObject({
      kind: 'dataset',
      entry: { id: 'lathe-1', title: { en: 'Lathe 1' }, license: null },
    });
    const { entry } = added as { entry: DatasetEntry };
    expect(entry.files).toEqual([
      { path: 'Lathe 1.csv', bytes: lathe.length, sha256: sha256(lathe), mediaType: 'text/csv' },
    ]);
    expect(entry.hash).toBe(sha256(`${sha256(lathe)}  Lathe 1.csv\n`));
    expect(entry.recordSets[0]).toMatchObject({ rows: 3 });
    expect(entry.recordSets[0]?.fields.map(({ id, unit, role }) => [id, unit?.ucum, role])).toEqual([
      ['part', undefined, null],
      ['torque', 'N.m', null],
      ['air_temperature', 'K', null],
    ]);
    expect(entry.unknown).toEqual(
      expect.arrayContaining(['license', 'creator', 'datePublished', 'fields.role']),
    );
    expect(entry.unknown).not.toContain('fields.unit');
    expect(await remains(layout.dataset('lathe-1'))).toEqual(['Lathe 1.csv', 'croissant.json']);
    expect(await remains(layout.staging)).toEqual([]);
  });

  test('some of whose units are unknown says of which fields', async () => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'lathe.csv', 'part,Torque [Nm],note\n1,2.5,3\n2,2.6,4\n');
    const { entry, remarks } = await addDataset(layout.root, path);
    expect(entry.unknown).toContain('fields.unit');
    expect(remarks).toMatchObject([
      { en: expect.stringMatching(/: part, note\./), zh: expect.stringMatching(/：part、note。/) },
    ]);
  });

  test('its Croissant file lacks only what nobody declared', async () => {
    const { layout, beside } = await emptyWorkspace();
    await add(layout.root, await file(beside, 'lathe.csv', lathe));
    const document: unknown = JSON.parse(await readFile(layout.metadata('lathe'), 'utf8'));
    const { findings } = checkCroissant(document, 'specification');
    expect(findings.map(({ rule, message }) => `${rule} ${/"(\w+)"/.exec(message.en)?.[1]}`)).toEqual(
      ['description', 'url', 'license', 'creator', 'datePublished'].map(
        (name) => `required_property ${name}`,
      ),
    );
    expect(JSON.stringify(document)).toContain('"delimiter":","');
  });

  test('what is declared is taken over', async () => {
    const { layout, beside } = await emptyWorkspace();
    const { entry } = await addDataset(layout.root, await file(beside, 'lathe.csv', lathe), {
      declaration: {
        id: 'drehbank',
        title: { zh: '车床' },
        license: 'CC-BY-4.0',
        creator: 'Plant',
        datePublished: '2026-02-03',
        generated: true,
        provenance: 'simulated',
        fields: {
          'Torque [Nm]': {
            unit: 'N·m',
            role: 'measurement',
            range: { min: 0, max: 100 },
            title: { zh: '扭矩' },
          },
          part: { role: 'identifier' },
        },
      },
    });
    expect(entry).toMatchObject({
      id: 'drehbank',
      license: 'CC-BY-4.0',
      generated: true,
      publication: { creator: 'Plant', datePublished: '2026-02-03', provenance: 'simulated' },
    });
    expect(entry.unknown).not.toContain('license');
    expect(entry.recordSets[0]?.fields.map(({ role }) => role)).toEqual(['identifier', 'measurement', null]);
    expect(entry.recordSets[0]?.fields[1]).toMatchObject({
      unit: { symbol: 'N·m', ucum: 'N.m', from: 'metadata' },
      range: { min: 0, max: 100 },
      title: { zh: '扭矩' },
    });
  });

  test('a declared field that is not there is refused, with the one that was meant', async () => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'lathe.csv', lathe);
    const declaration = { fields: { torqe: { role: 'measurement' as const } } };
    await expect(addDataset(layout.root, path, { declaration })).rejects.toMatchObject({
      code: 'invalid_argument',
      details: { did_you_mean: ['torque'] },
      recovery: 'Name one of: torque, part, air_temperature.',
    });
    expect(await remains(layout.datasets)).toEqual([]);
    expect(await remains(layout.staging)).toEqual([]);
  });
});

describe('an id that is taken', () => {
  test('is refused, and what is there stays', async () => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'lathe.csv', lathe);
    await add(layout.root, path);
    const before = await readFile(layout.metadata('lathe'));
    await expect(add(layout.root, path)).rejects.toMatchObject({ code: 'already_exists' });
    expect(await readFile(layout.metadata('lathe'))).toEqual(before);
  });

  test('is replaced where that is asked for', async () => {
    const { layout, beside } = await emptyWorkspace();
    await add(layout.root, await file(beside, 'lathe.csv', lathe));
    const added = await add(layout.root, await file(beside, 'lathe.csv', `${lathe}A4,1,2\n`), {
      replace: true,
    });
    expect(added).toMatchObject({ entry: { recordSets: [{ rows: 4 }] } });
    expect(await remains(layout.datasets)).toEqual(['lathe']);
    expect(await remains(layout.staging)).toEqual([]);
  });

  test('by a document is refused too', async () => {
    const { layout, beside } = await emptyWorkspace();
    await addDocument(layout.root, await file(beside, 'lathe.md', '# Lathe\n\nLimits.\n'));
    await expect(add(layout.root, await file(beside, 'lathe.csv', lathe))).rejects.toMatchObject({
      code: 'already_exists',
    });
    await add(layout.root, await file(beside, 'mill.csv', lathe));
    await expect(add(layout.root, await file(beside, 'mill.md', '# Mill\n'))).rejects.toMatchObject({
      code: 'already_exists',
    });
  });

  test.each([
    ['lathe.csv', 'lathe.md', /^A dataset of the workspace has the id "lathe"/],
    ['lathe.md', 'lathe.csv', /^A document of the workspace has the id "lathe"/],
  ])('by %s cannot be replaced by %s, and the message says why', async (first, second, message) => {
    const { layout, beside } = await emptyWorkspace();
    const content = (name: string): string => (name.endsWith('.csv') ? lathe : '# Lathe\n');
    await add(layout.root, await file(beside, first, content(first)));
    const path = await file(beside, second, content(second));
    for (const replace of [false, true]) {
      const error: unknown = await add(layout.root, path, { replace }).catch((cause: unknown) => cause);
      expect(error).toMatchObject({ code: 'already_exists', message: expect.stringMatching(message) });
      expect(error).toMatchObject({ recovery: expect.stringMatching(/--id, or rename the file/) });
    }
    await add(layout.root, path, { id: 'other' });
  });

  test.each(['lathe.xlsx', 'lathe.csv', 'lathe.md'])('does not hide that %s is empty', async (name) => {
    const { layout, beside } = await emptyWorkspace();
    await add(layout.root, await file(beside, 'lathe.csv', lathe));
    await expect(add(layout.root, await file(beside, name, ''))).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringMatching(/is empty$/),
    });
    expect(await remains(layout.knowledge)).toEqual([]);
  });

  test('of two adders at once one wins', async () => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'lathe.csv', lathe);
    const results = await Promise.allSettled([add(layout.root, path), add(layout.root, path)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'already_exists' },
    });
  });
});

describe('what else can be added', () => {
  test('a folder of tables is one dataset', async () => {
    const { layout, beside } = await emptyWorkspace();
    await file(beside, 'line/a.csv', lathe);
    await file(beside, 'line/sub/a.csv', 'x\n1\n');
    await file(beside, 'line/b.ndjson', '{"k":1}\n{"k":2}\n');
    const added = await add(layout.root, join(beside, 'line'));
    expect(added).toMatchObject({ kind: 'dataset', entry: { id: 'line' } });
    const { entry } = added as { entry: DatasetEntry };
    expect(entry.recordSets.map(({ id, rows }) => [id, rows])).toEqual([
      ['a', 3],
      ['b', 2],
      ['a_2', 1],
    ]);
  });

  test('documents go to knowledge', async () => {
    const { layout, beside } = await emptyWorkspace();
    const added = await add(layout.root, await file(beside, 'limits.md', '# Limits\n\nTorque.\n'));
    expect(added).toEqual({ kind: 'documents', paths: ['limits.md'] });
    await file(beside, 'manual/zh/a.md', '# 手册\n');
    await file(beside, 'manual/b.txt', 'Clean the cooler once a week.\n');
    expect(await add(layout.root, join(beside, 'manual'))).toEqual({
      kind: 'documents',
      paths: ['manual/b.txt', 'manual/zh/a.md'],
    });
    expect(await readFile(join(layout.knowledge, 'manual/zh/a.md'), 'utf8')).toBe('# 手册\n');
  });

  test('what is left out of a folder is named', async () => {
    const { layout, beside } = await emptyWorkspace();
    await file(beside, 'line/a.csv', lathe);
    await file(beside, 'line/doc/notes.md', '# Notes\n');
    await file(beside, 'line/manual.doc', 'old');
    const { remarks } = await addDataset(layout.root, join(beside, 'line'));
    expect(remarks).toEqual([
      {
        en: expect.stringMatching(/tables: doc\/notes\.md\. Add a document/),
        zh: expect.stringMatching(/doc\/notes\.md/),
      },
      { en: expect.stringMatching(/not read: manual\.doc\./), zh: expect.stringMatching(/manual\.doc/) },
    ]);
    await file(beside, 'texts/notes.md', '# Notes\n');
    await file(beside, 'texts/manual.doc', 'old');
    const texts = await addDocument(layout.root, join(beside, 'texts'));
    expect(texts.paths).toEqual(['texts/notes.md']);
    expect(texts.remarks).toMatchObject([{ en: expect.stringMatching(/manual\.doc/) }]);
  });

  test('a document about a dataset that is not there is reported', async () => {
    const { layout, beside } = await emptyWorkspace();
    await add(layout.root, await file(beside, 'lathe.csv', lathe));
    const path = await file(beside, 'limits.md', '---\ndatasets: [lathe, lathes]\n---\n# Limits\n');
    expect(await addDocument(layout.root, path)).toMatchObject({
      paths: ['limits.md'],
      remarks: [
        { en: expect.stringMatching(/"lathes".*did you mean "lathe"/), zh: expect.stringMatching(/lathes/) },
      ],
    });
  });

  test('text of columns of numbers is a table', async () => {
    const { layout, beside } = await emptyWorkspace();
    const added = await add(
      layout.root,
      await file(beside, 'engine.txt', '1 2.5 3  \n2 2.6 4  \n3 2.7 5  \n'),
    );
    expect(added).toMatchObject({ kind: 'dataset', entry: { recordSets: [{ rows: 3 }] } });
    const column = await add(layout.root, await file(beside, 'lives.txt', '112\n98\n69\n82\n'));
    expect(column).toMatchObject({ kind: 'dataset', entry: { recordSets: [{ rows: 4 }] } });
  });

  test.each([
    ['nothing there', 'none.csv', undefined, 'not_found'],
    ['a broken document', 'x.md', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x00]), 'unreadable_file'],
    ['an unknown format', 'x.parquet', 'no parquet', 'unreadable_file'],
  ])('%s is refused', async (_name, name, content, code) => {
    const { layout, beside } = await emptyWorkspace();
    const path = content === undefined ? join(beside, name) : await file(beside, name, content);
    await expect(add(layout.root, path)).rejects.toMatchObject({
      code,
      recovery: expect.stringMatching(/./),
    });
    expect(await remains(layout.datasets)).toEqual([]);
    expect(await remains(layout.knowledge)).toEqual([]);
    expect(await remains(layout.staging)).toEqual([]);
  });

  test('a cancelled one leaves nothing', async () => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'lathe.csv', lathe);
    await expect(add(layout.root, path, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await remains(layout.datasets)).toEqual([]);
  });
});

describe('a Croissant file', () => {
  const describing = (file: object): string =>
    JSON.stringify({
      '@context': {
        '@language': 'en',
        '@vocab': 'https://schema.org/',
        sc: 'https://schema.org/',
        cr: 'http://mlcommons.org/croissant/',
        dct: 'http://purl.org/dc/terms/',
        conformsTo: 'dct:conformsTo',
        recordSet: 'cr:recordSet',
        field: 'cr:field',
        source: 'cr:source',
        extract: 'cr:extract',
        column: 'cr:column',
        fileObject: 'cr:fileObject',
        key: 'cr:key',
        dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
      },
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.1',
      name: 'Lathe',
      description: 'Of a lathe',
      license: 'https://spdx.org/licenses/MIT',
      distribution: [
        {
          '@type': 'cr:FileObject',
          '@id': 'f',
          name: 'f',
          encodingFormat: 'text/csv',
          contentUrl: 'lathe.csv',
          ...file,
        },
      ],
      recordSet: [
        {
          '@type': 'cr:RecordSet',
          '@id': 'r',
          name: 'Parts',
          key: { '@id': 'r/t' },
          field: [
            {
              '@type': 'cr:Field',
              '@id': 'r/t',
              name: 't',
              description: 'Torque of the spindle',
              dataType: 'sc:Float',
              source: { fileObject: { '@id': 'f' }, extract: { column: 'Torque [Nm]' } },
            },
          ],
        },
      ],
    });

  async function added(
    about: object,
  ): Promise<{ layout: Awaited<ReturnType<typeof emptyWorkspace>>['layout']; result: Promise<unknown> }> {
    const { layout, beside } = await emptyWorkspace();
    await file(beside, 'd/lathe.csv', lathe);
    await file(beside, 'secret.csv', 'a\n1\n');
    await symlink('../secret.csv', join(beside, 'd/link.csv'));
    const result = add(layout.root, await file(beside, 'd/metadata.json', describing(about)));
    result.catch(() => {});
    return { layout, result };
  }

  test('describes the table beside it', async () => {
    const { result } = await added({ sha256: sha256(lathe) });
    expect(await result).toMatchObject({
      remarks: [],
      entry: {
        id: 'lathe',
        license: 'https://spdx.org/licenses/MIT',
        recordSets: [
          {
            title: { en: 'Parts' },
            fields: [
              {},
              { id: 'torque', description: { en: 'Torque of the spindle' }, role: 'identifier' },
              { id: 'air_temperature', description: {} },
            ],
          },
        ],
      },
    });
  });

  test('with a placeholder for a checksum is taken, and that is reported', async () => {
    const { result } = await added({ sha256: 'https://github.com/mlcommons/croissant/issues/80' });
    expect(await result).toMatchObject({ remarks: [{ en: expect.stringContaining('not a sha256') }] });
  });

  test.each([
    ['a wrong checksum', { sha256: sha256('other') }, 'invalid_metadata'],
    ['a path that leads out', { contentUrl: '../secret.csv' }, 'invalid_metadata'],
    ['an absolute path', { contentUrl: '/etc/passwd' }, 'invalid_metadata'],
    ['a file address', { contentUrl: 'file:///etc/passwd' }, 'invalid_metadata'],
    ['a link that leads out', { contentUrl: 'link.csv' }, 'denied'],
    ['a file that is not there', { contentUrl: 'none.csv' }, 'not_found'],
    ['a file on the network', { contentUrl: 'https://example.com/x.csv' }, 'unsupported_format'],
  ])('with %s is refused', async (_name, about, code) => {
    const { layout, result } = await added(about);
    await expect(result).rejects.toMatchObject({ code });
    expect(await remains(layout.datasets)).toEqual([]);
    expect(await remains(layout.staging)).toEqual([]);
  });
});
