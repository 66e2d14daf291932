import { expect, it } from 'vitest';
import { repairDataset } from '../../../src/repair.ts';
import { opened, plantWith, textsOf } from './plant.ts';

const rows = Array.from({ length: 60 }, (_, place) => [place + 1, (place * 37) % 61, (place * 29) % 53]);
const csv = (list: readonly (readonly number[])[]) =>
  ['part,depth [mm],width [mm],copy [mm]', ...list.map(([part, a, b]) => `${part},${a},${b},${a}`)].join(
    '\n',
  );

const role = { role: 'measurement' } as const;
const declaration = {
  fields: {
    depth: role,
    width: role,
    copy: role,
    part: { role: 'identifier' },
  },
  key: ['part', 'copy'],
  rules: [
    { id: 'same', condition: 'copy = depth' },
    { id: 'positive', condition: 'width >= 0' },
  ],
} as const;

it('a field that is left out goes with what was declared of it', async () => {
  const plant = await plantWith({ 'records.csv': csv(rows) }, structuredClone(declaration) as never);
  const finding = 'redundant_fields:records:copy+depth';
  const result = await repairDataset(plant, 'line', [finding]);
  expect(result.applied).toMatchObject([
    { finding, action: 'drop_field', fields: ['copy'], cells: 60, reversible: true },
  ]);
  expect(result.tables).toMatchObject([{ rowsBefore: 60, rows: 60, sourceRow: null }]);
  const workspace = await opened(plant);
  const [table] = workspace.catalog.dataset('line-repaired').recordSets;
  expect(table?.fields.map(({ id, unit }) => [id, unit?.symbol ?? null])).toEqual([
    ['part', null],
    ['depth', 'mm'],
    ['width', 'mm'],
  ]);
  expect(table?.key).toBeUndefined();
  expect(table?.rules?.map(({ id }) => id)).toEqual(['positive']);
});

it.each([
  ['as many as stated', 63, 60],
  ['fewer than stated: as many are missing as before', 70, 67],
  ['more than stated: the repeats were too many', 61, 60],
])('the stated number of records follows where there are %s', async (_case, stated, after) => {
  const plant = await plantWith({ 'records.csv': csv([...rows, ...rows.slice(0, 3)]) }, { rows: stated });
  await repairDataset(plant, 'line', ['duplicate_rows:records']);
  const [table] = (await opened(plant)).catalog.dataset('line-repaired').recordSets;
  expect(table).toMatchObject({ rows: 60, declaredRows: after });
});

it('a field of the source that has the name of the added one keeps it', async () => {
  const plant = await plantWith({ 'records.csv': 'source_row,x\n5,a\n5,a\n6,b\n' });
  const { tables } = await repairDataset(plant, 'line', ['duplicate_rows:records']);
  expect(tables[0]?.sourceRow).toBe('source_row_2');
  expect(await textsOf(await opened(plant), 'line-repaired', 'records')).toEqual({
    source_row: ['5', '6'],
    x: ['a', 'b'],
    source_row_2: ['1', '3'],
  });
});
