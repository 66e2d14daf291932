import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importTables, openTableEngine } from '../../src/tables/index.ts';
import type { Aggregate, TableEngine, TableQuery } from '../../src/workspace/index.ts';
import { fieldsOf, temporaryFolder } from './read.ts';

const header = 'whole,real,large,endless,at,name,yes,none';
const records = Array.from({ length: 500 }, (_, place) =>
  [
    place % 7 === 0 ? '' : (place * 37) % 101,
    (Math.sin(place) * 100).toFixed(4),
    `90071992547409${String(90 + (place % 7)).padStart(2, '0')}`,
    place === 3 ? 'inf' : place / 8,
    `2024-01-${String(1 + (place % 28)).padStart(2, '0')}`,
    `machine ${place % 5}`,
    place % 3 === 0,
    '',
  ].join(','),
);

async function engines(): Promise<{ reading: TableEngine; knowing: TableEngine; ids: string[] }> {
  const folder = await temporaryFolder();
  const file = join(folder, 't.csv');
  await writeFile(file, [header, ...records].join('\n'));
  const [table] = await importTables(file, folder);
  if (!table) throw new Error('nothing was imported');
  const { parquet, summary } = table;
  const plain = { dataset: 'd', hash: 'h', recordSet: 't', parquet, fields: fieldsOf(table) };
  const ids = table.columns.map(({ id }) => id);
  return { reading: openTableEngine([plain]), knowing: openTableEngine([{ ...plain, summary }]), ids };
}

const question = (parts: Partial<TableQuery>): TableQuery => ({
  dataset: 'd',
  select: [],
  where: [],
  order: [],
  limit: 10,
  offset: 0,
  ...parts,
});

const aggregates: readonly Aggregate[] = [
  'count',
  'count_distinct',
  'min',
  'max',
  'mean',
  'sd',
  'median',
  'sum',
];

describe('a table whose summary was taken when it was written', () => {
  test('gives the answers that reading its records gives, and refuses what is refused', async () => {
    const { reading, knowing, ids } = await engines();
    for (const field of [...ids, 'row', 'absent', undefined]) {
      for (const aggregate of aggregates) {
        const query = question({ select: [{ aggregate, ...(field !== undefined && { field }) }] });
        const [expected, found] = await Promise.allSettled([reading.query(query), knowing.query(query)]);
        if (expected.status === 'rejected' || found.status === 'rejected') {
          expect([field, aggregate, found]).toEqual([field, aggregate, expected]);
          continue;
        }
        const [[cell]] = found.value.rows as [[unknown]];
        const [[read]] = expected.value.rows as [[unknown]];
        if (typeof read === 'number') expect(cell).toBeCloseTo(read, 9);
        else expect([field, aggregate, cell]).toEqual([field, aggregate, read]);
        expect({ ...found.value, rows: [] }).toEqual({ ...expected.value, rows: [] });
      }
    }
    await Promise.all([reading.close(), knowing.close()]);
  });

  test('is read where records are held out, conditions are stated, or no record is asked for', async () => {
    const { reading, knowing } = await engines();
    const select = [{ aggregate: 'count' }, { aggregate: 'mean', field: 'real' }] as const;
    const where = [{ field: 'real', op: '>', value: 0 }] as const;
    for (const query of [
      question({ select, where }),
      question({ select, limit: 0 }),
      question({ select, offset: 1 }),
    ]) {
      expect(await knowing.query(query)).toEqual(await reading.query(query));
    }
    const without = (engine: TableEngine) => engine.without('d', 't', [1, 2, 3]).query(question({ select }));
    expect(await without(knowing)).toEqual(await without(reading));
    await Promise.all([reading.close(), knowing.close()]);
  });
});
