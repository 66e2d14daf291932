import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import { generalProfile, openQuality } from '../../src/quality/index.ts';
import { counting, madeDataset } from './made-dataset.ts';

const table = {
  fields: [{ id: 'a', type: 'number', role: 'measurement', unit: 'K' }],
  rows: [[1.5], [null], [3.5], [4.5]],
} as const;

/** A quality over a made dataset, its folder, and how many queries the engine got. */
async function opened() {
  const made = await madeDataset(table);
  const { tables, queries } = counting(made.tables);
  const folder = join(made.folder, 'quality');
  return { ...made, tables, queries, folder };
}

const keptIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.json'));

describe('openQuality', () => {
  it('measures once, also when asked twice at the same time', async () => {
    const { queries, ...options } = await opened();
    const quality = openQuality(options);
    const [first, second] = await Promise.all([quality.report('made'), quality.report('made')]);
    expect(second).toBe(first);
    const asked = queries();
    expect(await quality.report('made')).toBe(first);
    expect(queries()).toBe(asked);
  });

  it('keeps the report on disk for the next process, in a file that names the version', async () => {
    const { queries, ...options } = await opened();
    const first = await openQuality(options).report('made');
    const asked = queries();
    expect(await keptIn(options.folder)).toEqual([`made-${'a'.repeat(64)}.json`]);
    expect(await openQuality(options).report('made')).toEqual(first);
    expect(queries()).toBe(asked);
  });

  it.each([
    [
      'other thresholds',
      {
        profile: {
          ...generalProfile,
          name: 'strict',
          thresholds: { ...generalProfile.thresholds, missing_minor: 0.9 },
        },
      },
    ],
    ['other metadata', { license: 'MIT' }],
    ['another version', { hash: 'c'.repeat(64) }],
  ])('measures anew on %s', async (_, change) => {
    const { queries, ...options } = await opened();
    await openQuality(options).report('made');
    const asked = queries();
    const changed =
      'profile' in change
        ? { ...options, ...change }
        : { ...options, catalog: createCatalog([{ ...options.entry, ...change }]) };
    const report = await openQuality(changed).report('made');
    expect(queries()).toBeGreaterThan(asked);
    expect(report.hash).toBe(changed.catalog.dataset('made').hash);
  });

  it.each(['', '{', '[]', '{"basis":1}'])('measures anew where the kept file is %j', async (damaged) => {
    const { queries, ...options } = await opened();
    const first = await openQuality(options).report('made');
    const [name = ''] = await keptIn(options.folder);
    const path = join(options.folder, name);
    await writeFile(path, damaged);
    const asked = queries();
    expect((await openQuality(options).report('made')).measures).toEqual(first.measures);
    expect(queries()).toBeGreaterThan(asked);
    expect(JSON.parse(await readFile(path, 'utf8'))).toHaveProperty('report.verdict', first.verdict);
  });

  it('touches no disk without a folder', async () => {
    const { folder, queries: _, ...options } = await opened();
    await openQuality(options).report('made');
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('tries again after a failure', async () => {
    const { queries: _, ...options } = await opened();
    let fails = true;
    const tables: typeof options.tables = {
      ...options.tables,
      query: (query, how) =>
        fails ? Promise.reject(new Error('disk on fire')) : options.tables.query(query, how),
    };
    const quality = openQuality({ ...options, tables });
    await expect(quality.report('made')).rejects.toThrow('disk on fire');
    fails = false;
    expect((await quality.report('made')).dataset).toBe('made');
  });

  it('refuses an unknown dataset', async () => {
    const { queries: _, ...options } = await opened();
    await expect(openQuality(options).report('mode')).rejects.toMatchObject({ code: 'not_found' });
  });
});
