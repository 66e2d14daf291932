import { chmod } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { addDataset, addDocument } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import type { Layout } from '../../src/workspace/folder/index.ts';
import { describeEntry } from '../../tools/describe-entry.ts';
import { emptyWorkspace, file, lathe } from '../open/workspace-folder.ts';

const torque = {
  id: 'torque',
  kind: 'field',
  field: ['torque', '扭矩'],
  unit: 'N.m',
  role: 'measurement',
  level: 'required',
  description: { en: 'Torque of the spindle', zh: '主轴扭矩' },
  source: 'Process instruction 12',
};
const overload = {
  title: { en: 'Spindle overload', zh: '主轴过载' },
  description: { en: 'Warn before the spindle stalls.', zh: '在主轴堵转前报警。' },
  industry: 'C34',
  keywords: ['milling'],
  requirements: [torque],
};

const write = (layout: Layout, name: string, content: unknown) =>
  file(layout.register('scenarios'), name, typeof content === 'string' ? content : stringify(content));

/** Opens a workspace with this one scenario file and says what is wrong with it. */
async function problemOf(content: unknown) {
  const { layout } = await emptyWorkspace();
  await write(layout, 'overload.yaml', content);
  const workspace = await openWorkspace(layout.root);
  await workspace.close();
  expect(workspace.catalog.entries('scenario')).toEqual([]);
  return workspace.problems[0];
}

describe('a scenario of the register', () => {
  test('is an entry by the name of its file, is found in both languages and told with its demands', async () => {
    const { layout, beside } = await emptyWorkspace();
    await addDataset(layout.root, await file(beside, 'lathe.csv', lathe));
    await write(layout, 'overload.yaml', overload);
    const { catalog, problems, close } = await openWorkspace(layout.root);
    expect(problems).toEqual([]);
    expect(catalog.entries('scenario')).toMatchObject([
      {
        id: 'overload',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        unknown: ['version', 'license'],
        requirements: [torque],
      },
    ]);
    for (const query of ['overload', '过载', 'stalls', 'C34']) {
      expect(catalog.search({ query, kind: 'scenario' }).map(({ entry }) => entry.id)).toEqual(['overload']);
    }
    expect(
      catalog
        .search({ query: 'torque' })
        .map(({ entry }) => entry.id)
        .toSorted(),
    ).toEqual(['lathe', 'overload']);
    const entry = catalog.get('overload');
    expect(entry && describeEntry(entry, 'zh', false)).toMatchObject({
      kind: 'scenario',
      uri: 'zhuji://scenarios/overload',
      requirements: [{ ...torque, description: '主轴扭矩' }],
    });
    await close();
  });

  test('whose demands name no source says so', async () => {
    const { layout } = await emptyWorkspace();
    const { source: _, ...unsourced } = torque;
    await write(layout, 'overload.yml', { title: { en: 'Overload' }, requirements: [unsourced] });
    const { catalog, close } = await openWorkspace(layout.root);
    expect(catalog.get('overload')?.unknown).toContain('requirements.source');
    expect(catalog.entries('scenario')).toMatchObject([{ requirements: [{ source: '' }] }]);
    await close();
  });

  test('takes every kind of demand', async () => {
    const base = { level: 'wanted', description: {}, source: 'x' };
    const requirements = [
      torque,
      { ...base, id: 'rate', kind: 'rate', field: ['t'], interval: 0.5 },
      { ...base, id: 'volume', kind: 'volume', records: 10, per: ['machine'] },
      { ...base, id: 'values', kind: 'coverage', field: ['type'], values: ['L', 2, true], share: 0.5 },
      { ...base, id: 'range', kind: 'coverage', field: ['t'], range: { min: 0, max: 1, bins: 5 } },
      { ...base, id: 'labels', kind: 'labels', field: ['fault'], classes: ['a'], records: 30 },
      { ...base, id: 'freshness', kind: 'freshness', days: 30 },
      { ...base, id: 'quality', kind: 'quality', measure: 'value_completeness', op: '>=', value: 0.9 },
    ];
    const { layout } = await emptyWorkspace();
    await write(layout, 'overload.yaml', { ...overload, requirements });
    const { catalog, problems, close } = await openWorkspace(layout.root);
    expect(problems).toEqual([]);
    expect(catalog.entries('scenario')).toMatchObject([{ requirements }]);
    await close();
  });

  const demand = (part: object) => ({ ...overload, requirements: [{ ...torque, ...part }] });
  const coverage = { id: 'c', kind: 'coverage', field: ['t'], level: 'wanted' };
  test.each([
    ['an unknown kind', demand({ kind: 'feild' }), '.yaml:12:11: requirements.0.kind', '是否指 field'],
    ['an unknown key of its kind', demand({ units: 'K' }), 'did you mean unit?', '是否指 unit'],
    ['a key of another kind', demand({ interval: 3 }), 'unknown key "requirements.0.interval"', '未知的键'],
    ['no level', demand({ level: undefined }), 'requirements.0.level', '须为以下之一'],
    [
      'two demands of one id',
      { ...overload, requirements: [torque, torque] },
      'have the id "torque"',
      '两条要求',
    ],
    ['no demands', { ...overload, requirements: [] }, 'requirements', 'requirements'],
    ['neither values nor range', { ...overload, requirements: [coverage] }, 'values or a range', '之一'],
    [
      'an empty range',
      { ...overload, requirements: [{ ...coverage, range: { min: 2, max: 2, bins: 3 } }] },
      'min 2 is not below max 2',
      '不小于',
    ],
    ['a bad id', { ...overload, id: '../x' }, 'cannot be the id', '不能作为场景标识'],
    ['no YAML', 'title: [', '.yaml:1:', 'YAML'],
  ])('with %s is left out, and the problem names its place', async (_name, content, en, zh) => {
    const problem = await problemOf(content);
    expect(problem?.where).toBe('registers/scenarios/overload.yaml');
    expect(problem?.error).toMatchObject({ code: 'invalid_metadata' });
    expect(problem?.error.message).toContain(en);
    expect(problem?.error.in('zh').message).toContain(zh);
  });

  test('gives way to a dataset, a document or an earlier scenario of its id', async () => {
    const { layout, beside } = await emptyWorkspace();
    await addDataset(layout.root, await file(beside, 'lathe.csv', lathe));
    await addDocument(layout.root, await file(beside, 'limits.md', '# Limits\n\nNone.\n'));
    await write(layout, 'a.yaml', { ...overload, id: 'lathe' });
    await write(layout, 'b.yaml', { ...overload, id: 'limits' });
    await write(layout, 'c.yaml', { ...overload, id: 'overload' });
    await write(layout, 'overload.yaml', overload);
    const { catalog, problems, close } = await openWorkspace(layout.root);
    expect(catalog.entries().map(({ id, kind }) => [id, kind])).toEqual([
      ['lathe', 'dataset'],
      ['limits', 'document'],
      ['overload', 'scenario'],
    ]);
    expect(problems.map(({ where, error }) => [where, error.code])).toEqual([
      ['registers/scenarios/overload.yaml', 'already_exists'],
      ['registers/scenarios (lathe)', 'already_exists'],
      ['registers/scenarios (limits)', 'already_exists'],
    ]);
    await close();
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'that may not be read is a problem, and the rest is served',
    async () => {
      const { layout } = await emptyWorkspace();
      await chmod(await write(layout, 'a.yaml', overload), 0);
      await write(layout, 'b.yaml', overload);
      const { catalog, problems, close } = await openWorkspace(layout.root);
      expect(catalog.entries().map(({ id }) => id)).toEqual(['b']);
      expect(problems.map(({ error }) => error.code)).toEqual(['unreadable_file']);
      await close();
    },
  );
});
