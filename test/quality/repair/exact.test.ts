import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repairDataset } from '../../../src/repair.ts';
import { importTables, namesToWrite, openTableEngine, writeParquet } from '../../../src/tables/index.ts';
import { temporaryFolder } from '../../workspace/temporary.ts';
import { opened, plantWith, textsOf } from './plant.ts';

const csv = [
  'big [mm],code,Temperature [°C],day,at,clock,on,note,a,A',
  '1152921504606846977,007,21.10,2026-01-31,2026-03-01T08:00:00.123456,08:00:01,true,"a ""b"", c",1,x',
  '-9007199254740993,1e5,1e-7,2025-02-28,1969-12-31T23:59:59,23:59:59.5,false," lead and trail ",2,y',
  '3,NA-7,-0.0,2024-02-29,2026-03-01T08:00:00.5,00:00:00,true,"two\nlines",3,z',
  '3,NA-7,-0.0,2024-02-29,2026-03-01T08:00:00.5,00:00:00,true,"two\nlines",3,z',
  '4,x,0.1,,2026-03-01T08:00:01,,,\'"",4,温度',
  '5,,123456789.123456789,0001-01-01,9999-12-31T23:59:59.999999,12:00,false,NULL,,',
].join('\n');

it('carries every value over as it is, with names, types and units', async () => {
  const plant = await plantWith({ 'records.csv': csv });
  const result = await repairDataset(plant, 'line', ['duplicate_rows:records']);
  const workspace = await opened(plant);
  const before = await textsOf(workspace, 'line', 'records');
  const { source_row: rows, ...after } = await textsOf(workspace, result.dataset.id, 'records');
  expect(rows).toEqual(['1', '2', '3', '5', '6']);
  const kept = Object.entries(before).map(([id, texts]) => [id, texts.filter((_, place) => place !== 3)]);
  expect(after).toEqual(Object.fromEntries(kept));
  const shape = (id: string) =>
    workspace.catalog
      .dataset(id)
      .recordSets.flatMap(({ fields }) =>
        fields.map(({ id, name, type, unit }) => ({ id, name, type, unit })),
      )
      .filter((field) => field.id !== 'source_row');
  const types = shape('line').map(({ type }) => type);
  expect(types.slice(0, 7)).toEqual(['integer', 'string', 'number', 'date', 'datetime', 'time', 'boolean']);
  // Two columns `a` and `A` cannot both keep their names.
  const same = shape(result.dataset.id);
  expect(same.map(({ name: _, ...field }) => field)).toEqual(
    shape('line').map(({ name: _, ...field }) => field),
  );
  expect(same.slice(0, -1).map(({ name }) => name)).toEqual(
    shape('line')
      .slice(0, -1)
      .map(({ name }) => name),
  );
});

it('any texts and numbers come back from Parquet', async () => {
  const folder = await temporaryFolder();
  const number = fc.double().filter((value) => !Object.is(value, -0));
  const record = fc.record({
    text: fc.option(fc.string({ unit: 'binary' })),
    whole: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
    number: fc.option(number),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 40 }), async (records) => {
      run += 1;
      const texts = records.map(({ text }) => text);
      const wholes = records.map(({ whole }) => (whole === null ? null : String(whole)));
      const numbers = records.map((one) => (one.number === null ? null : String(one.number)));
      const file = join(folder, `made_${run}.parquet`);
      const fields = [
        { id: 'text', name: 'Text', type: 'string' },
        { id: 'whole', name: 'Whole', type: 'integer' },
        { id: 'number', name: 'Number [mm]', type: 'number' },
      ] as const;
      async function* batches() {
        yield [texts, wholes, numbers];
      }
      await writeParquet(file, fields, batches());
      const [table] = await importTables(file, join(folder, `read_${run}`));
      const engine = openTableEngine([
        {
          dataset: 'd',
          hash: '',
          recordSet: 'r',
          parquet: table?.parquet ?? '',
          fields: (table?.columns ?? []).map((column) => ({ ...column, description: {}, role: null })),
        },
      ]);
      const read: (string | null)[][] = [[], [], []];
      const request = { dataset: 'd', recordSet: 'r', fields: [], texts: fields.map(({ id }) => id) };
      for await (const batch of engine.scan(request)) {
        for (const [place, column] of batch.texts.entries()) read[place]?.push(...column);
      }
      await engine.close();
      expect(read[0]).toEqual(texts);
      expect(read[1]).toEqual(wholes);
      const spelt: Record<string, number> = { nan: Number.NaN, inf: Infinity, '-inf': -Infinity };
      expect(read[2]?.map((text) => (text === null ? null : (spelt[text] ?? Number(text))))).toEqual(
        records.map((one) => one.number),
      );
    }),
    { numRuns: 10 },
  );
});

it('refuses a text that is none of the type', async () => {
  const file = join(await temporaryFolder(), 'made.parquet');
  async function* batches() {
    yield [['1', '2.5']];
  }
  const writing = writeParquet(file, [{ id: 'n', name: 'n', type: 'integer' }], batches());
  await expect(writing).rejects.toMatchObject({ code: 'unsupported_format', details: { field: 'n' } });
});

it('keeps the names of the source where they give the ids, and the ids where not', () => {
  const field = (id: string, name: string) => ({ id, name });
  expect(namesToWrite([field('a', 'A [mm]'), field('b', 'b')])).toEqual(['A [mm]', 'b']);
  expect(namesToWrite([field('a_2', 'a'), field('b', 'b')])).toEqual(['a_2', 'b']);
  expect(namesToWrite([field('a', 'a'), field('a_2', 'a')])).toEqual(['a', 'a_2']);
});
