import { describe, expect, test } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import type { DatasetEntry, DocumentEntry, Field } from '../../src/workspace/index.ts';

const base = { version: '', hash: '', license: null, links: [], unknown: [], keywords: [], description: {} };

function field(id: string, title: Field['title'] = {}, unit?: string): Field {
  return {
    id,
    name: id,
    title,
    description: {},
    type: 'number',
    unit: unit === undefined ? null : { symbol: unit, ucum: null, from: 'name' },
    role: null,
  };
}

function dataset(
  id: string,
  title: DatasetEntry['title'],
  fields: readonly Field[],
  more: Partial<DatasetEntry> = {},
): DatasetEntry {
  return {
    ...base,
    kind: 'dataset',
    id,
    title,
    maturity: 'resource',
    resourceType: null,
    generated: false,
    recordSets: [{ id: 'records', title: {}, rows: 1, fields }],
    files: [],
    ...more,
  };
}

const document: DocumentEntry = {
  ...base,
  kind: 'document',
  id: 'machining-line.limits',
  title: { en: 'Limits of the machining line', zh: '加工线限值' },
  language: 'en',
  mediaType: 'text/markdown',
  genre: 'manual',
  standards: [],
  characters: 10,
  sections: ['Torque'],
};

const catalog = createCatalog([
  dataset('tempering', { en: 'Tempering of steels', zh: '钢的回火' }, [
    field('hardness', { zh: '硬度', en: 'Hardness' }, 'HRC'),
    field('tempering_temperature', { zh: '回火温度' }, '°C'),
  ]),
  dataset('machining-line', { en: 'Machining line', zh: '加工线' }, [
    field('torque', { zh: '扭矩' }, 'N·m'),
    field('air_temperature', { zh: '空气温度' }, 'K'),
  ]),
  dataset('bearing', { en: 'Rolling bearings', zh: '滚动轴承' }, [field('velocity_rms', {}, 'mm/s')], {
    description: { en: 'Vibration; the machine has torque limits', zh: '振动信号' },
    keywords: ['vibration'],
  }),
  document,
]);

const ids = (query: string, kind?: 'dataset' | 'document'): string[] =>
  catalog.search({ query, ...(kind && { kind }) }).map(({ entry }) => entry.id);

describe('search', () => {
  test.each(['', ' \n\t'])('a blank query (%j) lists everything by id', (query) => {
    expect(ids(query)).toEqual(['bearing', 'machining-line', 'machining-line.limits', 'tempering']);
    expect(catalog.search({ query }).every(({ score }) => score === 0)).toBe(true);
  });

  test('finds by the words of either language', () => {
    expect(ids('回火')[0]).toBe('tempering');
    expect(ids('tempering')[0]).toBe('tempering');
    expect(ids('滚动轴承的振动')[0]).toBe('bearing');
    expect(ids('vibrations')).toEqual(['bearing']);
  });

  test('names the fields that matched, best first', () => {
    const [first] = catalog.search({ query: '扭矩' });
    expect(first).toMatchObject({ entry: { id: 'machining-line' }, fields: ['torque'] });
    const [hit] = catalog.search({ query: 'air temperature K', kind: 'dataset' });
    expect(hit?.fields[0]).toBe('air_temperature');
  });

  test('a title weighs more than a description, an exact id most', () => {
    expect(ids('torque', 'dataset')).toEqual(['machining-line', 'bearing']);
    expect(ids('machining-line.limits')[0]).toBe('machining-line.limits');
    expect(ids('TEMPERING_TEMPERATURE')[0]).toBe('tempering');
  });

  test('finds by unit, and keeps to the kind', () => {
    expect(ids('HRC')).toEqual(['tempering']);
    expect(ids('torque', 'document')).toEqual(['machining-line.limits']);
  });

  test('full-width letters are letters', () => expect(ids('ＨＲＣ')).toEqual(['tempering']));

  test('nothing found is an empty answer', () => expect(ids('zeppelin')).toEqual([]));
});

describe('by id', () => {
  test('a dataset is found, and a document is none', () => {
    expect(catalog.dataset('bearing').title.en).toBe('Rolling bearings');
    expect(() => catalog.dataset('machining-line.limits')).toThrow();
  });

  test('an unknown id names what was perhaps meant', () => {
    expect(() => catalog.dataset('temperng')).toThrowError(
      expect.objectContaining({
        code: 'not_found',
        details: expect.objectContaining({ did_you_mean: ['tempering'] }),
      }),
    );
  });

  test('two entries cannot share an id', () => {
    const twin = dataset('a', {}, []);
    expect(() => createCatalog([twin, twin])).toThrowError(
      expect.objectContaining({ code: 'invalid_argument' }),
    );
  });
});
