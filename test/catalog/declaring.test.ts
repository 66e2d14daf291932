import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDataset, addDerivedDataset, declareDataset } from '../../src/add.ts';
import {
  checkCroissant,
  type DatasetDeclaration,
  declarationOf,
  readDeclaration,
} from '../../src/catalog/index.ts';
import { openWorkspace } from '../../src/open.ts';
import { emptyWorkspace, file } from '../open/workspace-folder.ts';

const fmea = 'Item,Severity,Occurrence,Detection,RPN,Status\nA-1,8,3,2,48,ok\nA-2,5,4,4,80,hold\n';
const parts = 'Part,Torque [Nm]\nA-1,40\nA-2,41\n';

/** A workspace with a dataset of one table, and one with a dataset of two. */
async function plant(declaration: DatasetDeclaration = {}) {
  const { layout, beside } = await emptyWorkspace();
  await addDataset(layout.root, await file(beside, 'fmea.csv', fmea), { declaration });
  return { layout, beside };
}

async function twoTables() {
  const { layout, beside } = await emptyWorkspace();
  await file(beside, 'line/fmea.csv', fmea);
  await file(beside, 'line/parts.csv', parts);
  return { layout, folder: join(beside, 'line') };
}

const full: DatasetDeclaration = {
  license: 'CC0-1.0',
  fields: {
    Item: { pattern: 'A-\\d+', role: 'identifier', codeSystem: 'irdi' },
    severity: { values: [5, 8], role: 'label', classes: { 5: 1, 8: 1 } },
    status: { role: 'status', qualifies: ['RPN'], values: ['ok', 'hold'] },
  },
  key: ['Item'],
  rows: 2,
  rules: [
    {
      id: 'rpn',
      condition: 'rpn = severity * occurrence * detection',
      tolerance: 0.01,
      description: { en: 'Risk priority number', zh: '风险优先数' },
    },
  ],
};

const declared = {
  key: ['item'],
  declaredRows: 2,
  rules: full.rules,
  fields: [
    { id: 'item', pattern: 'A-\\d+', role: 'identifier', codeSystem: 'irdi' },
    { id: 'severity', values: [5, 8], classes: { 5: 1, 8: 1 } },
    { id: 'occurrence' },
    { id: 'detection' },
    { id: 'rpn' },
    { id: 'status', qualifies: ['rpn'], values: ['ok', 'hold'] },
  ],
};

describe('what is declared', () => {
  test('is in the entry of an opened workspace, and in Croissant that keeps to its specification', async () => {
    const { layout } = await plant(full);
    const workspace = await openWorkspace(layout.root);
    expect(workspace.catalog.dataset('fmea').recordSets).toMatchObject([declared]);
    await workspace.close();
    const document = JSON.parse(await readFile(layout.metadata('fmea'), 'utf8'));
    const { findings } = checkCroissant(document, 'specification');
    expect(findings.filter(({ rule }) => rule !== 'required_property')).toEqual([]);
    expect(document.recordSet[0].key).toEqual([{ '@id': 'fmea/item' }]);
    expect(document.recordSet[1]).toMatchObject({ dataType: 'sc:Enumeration' });
  });

  test('refers from one table to another, by name or by id', async () => {
    const { layout, folder } = await twoTables();
    const { entry } = await addDataset(layout.root, folder, {
      declaration: {
        fields: { 'fmea.Item': { references: 'parts.Part' }, torque: { range: { min: 0 } } },
        recordSets: { parts: { key: ['Part'], rows: 2, title: { en: 'Parts' } } },
      },
    });
    expect(entry.recordSets).toMatchObject([
      { id: 'fmea', fields: [{ references: { recordSet: 'parts', field: 'part' } }, {}, {}, {}, {}, {}] },
      { id: 'parts', key: ['part'], declaredRows: 2, title: { en: 'Parts' } },
    ]);
  });

  const bad: readonly (readonly [string, DatasetDeclaration, string, readonly string[]])[] = [
    ['a key of no field', { key: ['Itm'] }, 'key, names a field "Itm"', ['item']],
    [
      'a rule over no field',
      { rules: [{ id: 'r', condition: 'rpm > 0' }] },
      'rules.0.condition, names a field "rpm"',
      ['rpn'],
    ],
    [
      'a reference to nothing',
      { fields: { item: { references: 'parts.part' } } },
      'fields.item.references',
      [],
    ],
    ['a field that refers to itself', { fields: { item: { references: 'item' } } }, 'refer to itself', []],
    ['a status of no field', { fields: { status: { qualifies: ['rpn', 'sev'] } } }, '"sev"', ['severity']],
    ['a record set that is not there', { recordSets: { fmae: { rows: 2 } } }, '"fmae"', ['fmea']],
    ['a pattern that is none', { fields: { item: { pattern: 'A-(\\d+' } } }, 'no regular expression', []],
    ['a pattern for numbers', { fields: { rpn: { pattern: '\\d+' } } }, 'of type integer', []],
    [
      'a condition that is none',
      { rules: [{ id: 'r', condition: 'rpn = = 3' }] },
      'rules.0.condition: The condition "rpn = = 3" cannot be read at character 7',
      [],
    ],
    [
      'a condition that calculates with text',
      { rules: [{ id: 'r', condition: 'item * 2 > rpn' }] },
      '"item" is text',
      [],
    ],
    [
      'a condition that takes a number for text',
      { rules: [{ id: 'r', condition: 'rpn != "48"' }] },
      'of type integer',
      [],
    ],
    [
      'two rules of one id',
      {
        rules: [
          { id: 'r', condition: 'rpn > 0' },
          { id: 'r', condition: 'rpn > 1' },
        ],
      },
      'two rules have the id "r"',
      [],
    ],
    ['a range the wrong way round', { fields: { rpn: { range: { min: 2, max: 1 } } } }, 'above max', []],
  ];
  test.each(bad)('refuses %s with its place', async (_name, declaration, message, meant) => {
    const { layout, beside } = await emptyWorkspace();
    const error = await addDataset(layout.root, await file(beside, 'fmea.csv', fmea), { declaration }).catch(
      (one: unknown) => one,
    );
    expect(error).toMatchObject({ code: 'invalid_argument', message: expect.stringContaining(message) });
    if (meant.length > 0)
      expect(error).toMatchObject({ details: { did_you_mean: expect.arrayContaining([...meant]) } });
    expect(await readdir(layout.datasets)).toEqual([]);
  });

  test('of one table stands at the top only where there is one', async () => {
    const { layout, folder } = await twoTables();
    await expect(addDataset(layout.root, folder, { declaration: { rows: 2 } })).rejects.toThrow(
      'the dataset has 2 record sets',
    );
  });

  test.each([
    ['rules:\n  - id: rpn\n    condition: rpn = = 3\n', ':3:16', '无法读取判据'],
    ['fields:\n  item:\n    pattern: "A-("\n', ':3:14', '不是有效的正则表达式'],
    ['fields:\n  item:\n    vlaues: [1]\n', ':3:5', '是否指 values'],
    ['key: item\n', ':1:6', '须为列表'],
  ])('is read from YAML, and %j is refused with line and column', async (text, place, zh) => {
    const { beside } = await emptyWorkspace();
    const error: unknown = await readDeclaration(await file(beside, 'about.yaml', text)).catch(
      (one: unknown) => one,
    );
    expect(error).toMatchObject({
      code: 'invalid_metadata',
      message: expect.stringContaining(`about.yaml${place}`),
    });
    expect((error as { in(language: string): { message: string } }).in('zh').message).toContain(zh);
  });
});

describe('declaring later', () => {
  test('changes what is said and leaves the data and their hash', async () => {
    const { layout } = await plant({ title: { en: 'FMEA' }, fields: { item: { role: 'identifier' } } });
    const before = await openWorkspace(layout.root);
    const old = before.catalog.dataset('fmea');
    await before.close();
    const { fields, key, rows, rules } = full;
    const entry = await declareDataset(layout.root, 'fmea', {
      ...(fields && { fields }),
      ...(key && { key }),
      ...(rows !== undefined && { rows }),
      ...(rules && { rules }),
      license: 'CC0-1.0',
    });
    expect(entry).toMatchObject({ hash: old.hash, title: { en: 'FMEA' }, license: 'CC0-1.0' });
    expect(entry.unknown).not.toContain('license');
    expect(old.unknown).toContain('license');
    const after = await openWorkspace(layout.root);
    expect(after.problems).toEqual([]);
    expect(after.catalog.dataset('fmea')).toEqual(entry);
    expect(entry.recordSets).toMatchObject([declared]);
    await after.close();
  });

  test('takes a rule over by its id and keeps the others', async () => {
    const { layout } = await plant({ rules: [{ id: 'a', condition: 'rpn > 0' }] });
    await declareDataset(layout.root, 'fmea', { rules: [{ id: 'b', condition: 'severity <= 10' }] });
    const { recordSets } = await declareDataset(layout.root, 'fmea', {
      rules: [{ id: 'a', condition: 'rpn > 1' }],
    });
    expect(recordSets[0]?.rules?.map(({ id, condition }) => [id, condition])).toEqual([
      ['a', 'rpn > 1'],
      ['b', 'severity <= 10'],
    ]);
  });

  test.each([
    ['fmae', {}, 'not_found'],
    ['../fmea', {}, 'not_found'],
    ['fmea', { id: 'other' }, 'invalid_argument'],
    ['fmea', { key: ['nothing'] }, 'invalid_argument'],
  ])('%s %j is refused, and nothing is changed', async (id, declaration, code) => {
    const { layout } = await plant();
    const before = await readFile(layout.metadata('fmea'), 'utf8');
    await expect(declareDataset(layout.root, id, declaration)).rejects.toMatchObject({ code });
    expect(await readFile(layout.metadata('fmea'), 'utf8')).toBe(before);
  });
});

describe('a dataset made from another one', () => {
  test('says what it came from and how, and keeps all that was declared', async () => {
    const { layout, beside } = await plant(full);
    const workspace = await openWorkspace(layout.root);
    const old = workspace.catalog.dataset('fmea');
    await workspace.close();
    const repaired = await file(beside, 'repaired/fmea.csv', fmea.replace(',48,', ',49,'));
    const activity = { en: 'One value was corrected.', zh: '更正了一个数值。' };
    await addDerivedDataset(layout.root, {
      id: 'fmea-repaired',
      files: [repaired],
      declaration: declarationOf(old),
      from: { id: old.id, hash: old.hash },
      activity,
      now: () => new Date('2026-01-02T03:04:05Z'),
    });
    const after = await openWorkspace(layout.root);
    const entry = after.catalog.dataset('fmea-repaired');
    await after.close();
    expect(entry.hash).not.toBe(old.hash);
    expect(entry.links).toEqual([{ relation: 'derivedFrom', target: 'fmea' }]);
    expect(entry.publication?.derivation).toEqual({
      dataset: 'fmea',
      hash: old.hash,
      activity,
      at: '2026-01-02T03:04:05.000Z',
    });
    expect(entry).toMatchObject({ title: old.title, license: 'CC0-1.0', recordSets: [declared] });
    expect(entry.unknown).toEqual(old.unknown.filter((property) => property !== 'title'));
    const document = JSON.parse(await readFile(layout.metadata('fmea-repaired'), 'utf8'));
    expect(document['prov:wasDerivedFrom']).toMatchObject({ identifier: 'fmea', 'zhuji:hash': old.hash });
    expect(document['prov:wasGeneratedBy']['@type']).toBe('prov:Activity');
  });

  test.each([
    ['gone', 'x', 'not_found'],
    ['fmea', 'x', 'stale'],
  ])('of %s at %s is refused', async (id, hash, code) => {
    const { layout, beside } = await plant();
    const files = [await file(beside, 'repaired/fmea.csv', fmea)];
    const source = { id: 'new', files, declaration: {}, from: { id, hash }, activity: {} };
    await expect(addDerivedDataset(layout.root, source)).rejects.toMatchObject({ code });
  });
});
