import { readdirSync, statSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { add } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { ZhujiError } from '../../src/workspace/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { emptyWorkspace } from './workspace-folder.ts';

function filesIn(...path: string[]): string[] {
  if (!hasSharedData(...path)) return [];
  const root = sharedData(...path);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((name) => statSync(name).isFile())
    .toSorted();
}

describe.skipIf(!hasSharedData('ai4i2020') || !hasSharedData('steel-tempering'))(
  'public industrial data',
  () => {
    test('a milling dataset is served as it is', async () => {
      const { layout } = await emptyWorkspace();
      const [csv = ''] = filesIn('ai4i2020').filter((name) => name.endsWith('.csv'));
      await add(layout.root, csv, { id: 'ai4i' });
      const workspace = await openWorkspace(layout.root);
      onTestFinished(() => workspace.close());
      const { recordSets } = workspace.catalog.dataset('ai4i');
      expect(recordSets[0]?.rows).toBe(10_000);
      expect(recordSets[0]?.fields.find(({ id }) => id === 'air_temperature')?.unit?.ucum).toBe('K');
      const { rows } = await workspace.tables.query({
        dataset: 'ai4i',
        select: [{ field: 'hdf', aggregate: 'sum' }],
        where: [],
        order: [],
        limit: 1,
        offset: 0,
      });
      expect(rows).toEqual([[115]]);
    });

    test('a tempering dataset keeps what is missing missing', async () => {
      const { layout } = await emptyWorkspace();
      const csv = filesIn('steel-tempering').filter((name) => name.endsWith('.csv'))[0] ?? '';
      await add(layout.root, csv, { id: 'tempering' });
      // What was derived is read again, the way that the metadata say.
      await rm(layout.derived, { recursive: true });
      const workspace = await openWorkspace(layout.root);
      onTestFinished(() => workspace.close());
      expect(workspace.problems).toEqual([]);
      const { fields, rows } = workspace.catalog.dataset('tempering').recordSets[0] ?? { fields: [] };
      expect(rows).toBe(1466);
      const initial = fields.find(({ id }) => id.startsWith('initial_hardness'));
      expect(initial).toMatchObject({ unit: { symbol: 'HRC' }, statistics: { missing: 949 } });
    });
  },
);

const hard = [
  ...filesIn('dirty-csv'),
  ...filesIn('parquet-testing'),
  ...filesIn('croissant', 'invalid'),
  ...filesIn('croissant', '0.8').filter((name) => name.endsWith('metadata.json')),
  ...filesIn('croissant', '1.0').filter((name) => name.endsWith('metadata.json')),
];

describe.skipIf(hard.length === 0)('every dirty, broken or strange file', () => {
  test('is taken or refused with one clear error, and leaves nothing behind when refused', async () => {
    const { layout } = await emptyWorkspace();
    const taken: string[] = [];
    const refused: string[] = [];
    for (const [index, path] of hard.entries()) {
      const before = await readdir(layout.datasets);
      try {
        const added = await add(layout.root, path, { id: `entry-${index}` });
        taken.push(path);
        const now = await readdir(layout.datasets);
        expect(now.length).toBe(before.length + (added.kind === 'dataset' ? 1 : 0));
      } catch (error) {
        if (!ZhujiError.is(error)) throw error;
        refused.push(`${path} ${error.code}`);
        expect(error.code, `${path}: ${error.message}`).not.toBe('internal');
        expect(error.recovery, path).not.toBe('');
        expect(error.message, path).not.toMatch(/\n\s+at /);
        expect(await readdir(layout.datasets)).toEqual(before);
      }
      expect(await readdir(layout.staging)).toEqual([]);
    }
    const metadata = (name: string): boolean =>
      name.includes('/croissant/invalid/') && name.includes('metadata.json');
    expect(taken.filter(metadata)).toEqual([]);
    expect(refused.filter(metadata)).toHaveLength(16);
    expect(taken.some((name) => name.endsWith('titanic/metadata.json'))).toBe(true);
    const workspace = await openWorkspace(layout.root);
    onTestFinished(() => workspace.close());
    expect(workspace.problems).toEqual([]);
  }, 300_000);
});
