import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importTables } from '../../src/tables/index.ts';
import { ZhujiError } from '../../src/workspace/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { codes, readOne, refusalOf, refusalOfContent, temporaryFolder, types } from './read.ts';

const data = (name: string): string => sharedData('parquet-testing', 'data', `${name}.parquet`);
const bad = (name: string): string => sharedData('parquet-testing', 'bad_data', `${name}.parquet`);

/** Rows and columns of the files that are read; from their description. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  alltypes_dictionary: [2, 11],
  alltypes_plain: [8, 11],
  alltypes_tiny_pages: [7300, 13],
  alltypes_tiny_pages_plain: [7300, 13],
  binary_truncated_min_max: [12, 6],
  byte_array_decimal: [24, 1],
  column_chunk_key_value_metadata: [0, 2],
  data_index_bloom_encoding_stats: [14, 1],
  data_index_bloom_encoding_with_length: [14, 1],
  'datapage_v1-snappy-compressed-checksum': [5120, 2],
  'datapage_v1-uncompressed-checksum': [5120, 2],
  'datapage_v2_empty_datapage.snappy': [1, 1],
  delta_binary_packed: [200, 66],
  delta_encoding_optional_column: [100, 17],
  delta_encoding_required_column: [100, 17],
  'dict-page-offset-zero': [39, 1],
  fixed_length_byte_array: [1000, 1],
  fixed_length_decimal_legacy: [24, 1],
  float16_nonzeros_and_nans: [8, 1],
  floating_orders_nan_count: [50, 6],
  incorrect_map_schema: [1, 1],
  int32_decimal: [24, 1],
  int64_decimal: [24, 1],
  list_columns: [3, 2],
  lz4_raw_compressed: [4, 3],
  nan_in_stats: [2, 1],
  'nested_lists.snappy': [3, 2],
  'nested_maps.snappy': [6, 3],
  'nonnullable.impala': [1, 6],
  'nullable.impala': [7, 6],
  'nulls.snappy': [8, 1],
  overflow_i16_page_cnt: [40_000, 1],
  page_v2_empty_compressed: [10, 1],
  repeated_no_annotation: [6, 2],
  repeated_primitive_no_list: [4, 3],
  rle_boolean_encoding: [68, 1],
  sort_columns: [6, 2],
  'unknown-logical-type': [3, 2],
};

const refused: Readonly<Record<string, readonly [code: string, says: RegExp]>> = {
  'byte_stream_split_extended.gzip': ['unsupported_format', /BYTE_STREAM_SPLIT/],
  hadoop_lz4_compressed: ['unsupported_format', /LZ4/],
  non_hadoop_lz4_compressed: ['unsupported_format', /LZ4/],
  map_no_value: ['unsupported_format', /not supported/],
  int96_from_spark: ['unsupported_format', /"a".*record 6.*years/],
  'rle-dict-uncompressed-corrupt-checksum': ['unreadable_file', /long_field.*checksum/],
};

describe.runIf(hasSharedData('parquet-testing'))('Parquet files with unusual features', () => {
  test.each(Object.entries(sizes))('%s is read', async (name, [rows, columns]) => {
    const table = await readOne(data(name));
    expect([table.rows, table.columns.length, table.records.length]).toEqual([rows, columns, rows]);
    expect(JSON.parse(JSON.stringify(table.records))).toEqual(table.records);
  });

  test.each(Object.entries(refused))('%s is refused clearly', async (name, [code, says]) => {
    const refusal = await refusalOf(data(name));
    expect(refusal).toMatchObject({ code, left: [] });
    expect(refusal.message).toMatch(says);
    expect(refusal.message).not.toMatch(/\n|read_parquet|\/data\//);
    expect(refusal.recovery).not.toBe('');
  });

  test('every file of the set is one or the other', async () => {
    const { readdir } = await import('node:fs/promises');
    const names = (await readdir(sharedData('parquet-testing', 'data')))
      .filter((name) => name.endsWith('.parquet'))
      .map((name) => name.slice(0, -8));
    expect([...Object.keys(sizes), ...Object.keys(refused)].toSorted()).toEqual(names.toSorted());
  });

  test.each(['delta_binary_packed', 'delta_encoding_optional_column', 'delta_encoding_required_column'])(
    '%s has the values of its CSV',
    async (name) => {
      const table = await readOne(data(name));
      const text = await readBytes(sharedData('parquet-testing', 'data', `${name}_expect.csv`), 'utf8');
      const [, ...expected]: string[][] = parse(text, { relax_column_count: true });
      const found = table.records.map((record) => table.columns.map(({ id }) => String(record[id] ?? '')));
      expect(found).toEqual(expected.map((row) => row.slice(0, table.columns.length)));
    },
  );

  test('decimals of three storage types are the numbers from 1 to 24', async () => {
    const wanted = Array.from({ length: 24 }, (_, index) => index + 1);
    for (const name of [
      'byte_array_decimal',
      'int32_decimal',
      'int64_decimal',
      'fixed_length_decimal_legacy',
    ]) {
      const table = await readOne(data(name));
      expect(table.records.map(({ value }) => value)).toEqual(wanted);
      expect(types(table)).toEqual(['number']);
    }
  });

  test('NaN survives as text, and statistics leave it out', async () => {
    const table = await readOne(data('float16_nonzeros_and_nans'));
    expect(table.records.map(({ x }) => x)).toEqual([null, 1, -2, 'NaN', 0, -1, 0, 2]);
    expect(table.columns[0]?.statistics).toMatchObject({ count: 8, missing: 1, min: -2, max: 2 });
    expect(codes(table)).toEqual(['not_finite']);
  });

  test('nested values are JSON text', async () => {
    const table = await readOne(data('list_columns'));
    expect(types(table)).toEqual(['structure', 'structure']);
    const parsed = table.records.map(({ int64_list, utf8_list }) => [int64_list, utf8_list]);
    expect(parsed.map((row) => row.map((cell) => (cell === null ? null : JSON.parse(String(cell)))))).toEqual(
      [
        [
          [1, 2, 3],
          ['abc', 'efg', 'hij'],
        ],
        [[null, 1], null],
        [[4], ['efg', null, 'hij', 'xyz']],
      ],
    );
  });

  test('binary is hexadecimal unless all of it is text, and it is said which', async () => {
    const fixed = await readOne(data('fixed_length_byte_array'));
    expect(fixed.records[0]?.['flba_field']).toMatch(/^[0-9a-f]{8}$/);
    expect(fixed.columns[0]?.reading).toMatchObject({ sourceType: 'BLOB', hexadecimal: true });
    const mixed = await readOne(data('binary_truncated_min_max'));
    expect(mixed.records[11]).toMatchObject({
      utf8_partial_truncation: '🚀Kevin Bacon',
      binary_full_truncation: 'Kevin Bacon',
      binary_partial_truncation: 'ffff0102',
    });
    const legacy = await readOne(data('alltypes_plain'));
    expect(legacy.records[0]).toMatchObject({
      date_string_col: '03/01/09',
      timestamp_col: '2009-03-01T00:00:00',
    });
  });

  test('a dictionary of one value that needs no bits is read as that value', async () => {
    const table = await readOne(bad('ARROW-GH-43605'));
    expect(table.rows).toBe(21_186);
    expect(table.columns[0]?.statistics).toMatchObject({ distinct: 1, min: 0, max: 0, missing: 0 });
  });

  test.each([
    ['ARROW-GH-41317', /geometry/],
    ['ARROW-GH-47662', /damaged/],
    ['ARROW-RS-GH-6229-LEVELS', /"outer\.list\.item\.c".*1 values.*21/],
  ])('%s is refused as damaged', async (name, says) => {
    const refusal = await refusalOf(bad(name));
    expect(refusal).toMatchObject({ code: 'unreadable_file', left: [] });
    expect(refusal.message).toMatch(says);
  });

  test('whatever bytes are damaged, it is read or refused, and nothing is left behind', {
    timeout: 120_000,
  }, async () => {
    const names = ['alltypes_plain', 'nested_maps.snappy', 'delta_encoding_required_column', 'list_columns'];
    const sources = await Promise.all(names.map((name) => readBytes(data(name))));
    const damage = fc.record({
      file: fc.nat({ max: names.length - 1 }),
      bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
        minLength: 1,
        maxLength: 4,
      }),
      cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, bytes, cut }) => {
        const content = Buffer.from(sources[file] ?? []);
        for (const [place, value] of bytes) content[4 + Math.floor(place * (content.length - 5))] = value;
        const folder = await temporaryFolder();
        const path = join(folder, 'damaged.parquet');
        await writeFile(path, content.subarray(0, cut === null ? undefined : 4 + cut * content.length));
        const target = join(folder, 'out');
        const error = await importTables(path, target).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        const { readdir } = await import('node:fs/promises');
        const left = await readdir(target);
        if (error === undefined) expect(left).toEqual(['damaged.parquet']);
        else {
          expect(ZhujiError.is(error)).toBe(true);
          expect(left).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('files that are no Parquet', () => {
  test('by their first bytes', async () => {
    expect(await refusalOfContent('a,b\n1,2\n', 'x.parquet')).toMatchObject({ code: 'unreadable_file' });
  });

  test('by their end', async () => {
    expect(await refusalOfContent('PAR1', 'x.parquet')).toMatchObject({ code: 'unreadable_file', left: [] });
    expect(await refusalOfContent(`PAR1${'x'.repeat(100)}`, 'x.parquet')).toMatchObject({
      code: 'unreadable_file',
      left: [],
    });
  });
});
