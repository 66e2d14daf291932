import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import {
  codes,
  readContent,
  readFile,
  readOne,
  refusalOf,
  refusalOfContent,
  temporaryFolder,
  types,
} from './read.ts';

describe('JSON', () => {
  const records = [
    { id: 1, speed: 1500.5, ok: true, note: 'a', at: '2024-01-01T08:00:00Z' },
    { id: 2, speed: null, ok: false, at: '2024-01-02T08:00:00Z', parts: ['x', { y: 1 }] },
  ];
  const wanted = [
    { id: 1, speed: 1500.5, ok: true, note: 'a', at: '2024-01-01T08:00:00Z', parts: null },
    { id: 2, speed: null, ok: false, note: null, at: '2024-01-02T08:00:00Z', parts: '["x",{"y":1}]' },
  ];

  test.each([
    ['an array of objects', 'x.json', JSON.stringify(records)],
    ['an array over many lines', 'x.json', JSON.stringify(records, null, 2)],
    ['an object a line', 'x.ndjson', records.map((one) => JSON.stringify(one)).join('\n')],
    [
      'an object a line, blank lines between',
      'x.json',
      records.map((one) => `${JSON.stringify(one)}\n`).join('\n'),
    ],
    ['an object with an array', 'x.json', JSON.stringify({ source: 'press', rows: records })],
    ['a file that is not named so', 'x.data', JSON.stringify(records)],
    ['with a byte order mark', 'x.json', `\ufeff${JSON.stringify(records)}`],
  ])('%s', async (_, name, content) => {
    const table = await readContent(content, name);
    expect(table.records).toEqual(wanted);
    expect(types(table)).toEqual(['integer', 'number', 'boolean', 'string', 'datetime', 'structure']);
  });

  test('one object is one record', async () => {
    const table = await readContent(JSON.stringify({ a: 1, b: { c: [2] } }), 'x.json');
    expect(table.records).toEqual([{ a: 1, b: '{"c":[2]}' }]);
  });

  test('what is beside the records is said to be left out', async () => {
    const table = await readContent(JSON.stringify({ plant: 'A', rows: records }), 'x.json');
    expect(table.notices.find(({ code }) => code === 'members_skipped')?.message.en).toContain('plant');
    expect(table.reading.member).toBe('rows');
  });

  test('several arrays of objects are several tables', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'two.json');
    await writeFile(file, JSON.stringify({ presses: [{ a: 1 }], ovens: [{ b: 2 }, { b: 3 }] }));
    const tables = await readFile(file);
    expect(tables.map(({ id, rows }) => [id, rows])).toEqual([
      ['presses', 1],
      ['ovens', 2],
    ]);
  });

  test('texts of digits stay texts; integers keep every digit', async () => {
    const table = await readContent('[{"code":"007","n":"12","big":9007199254740993}]', 'x.json');
    expect(table.records).toEqual([{ code: '007', n: '12', big: '9007199254740993' }]);
    expect(types(table)).toEqual(['string', 'string', 'integer']);
  });

  test('names that differ in case, or hold what a path means something by', async () => {
    const table = await readContent('[{"A":1,"a":2,"b/c":3,"d~e":4,"f*":5,"g\\"h":6,"":7}]', 'x.json');
    expect(Object.values(table.records[0] ?? {})).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test.each<[string, string, string, number | undefined]>([
    ['cut off', 'x.json', '[{"a":1},{"a":', undefined],
    ['cut off in a line', 'x.ndjson', '{"a":1}\n{"a":\n', 2],
    ['followed by something', 'x.json', '[{"a":1}] x', undefined],
    ['nothing', 'x.json', '  ', undefined],
    ['numbers', 'x.json', '[1,2,3]', undefined],
    ['arrays', 'x.json', '[[1,2],[3,4]]', undefined],
    ['a number', 'x.json', '42', undefined],
    ['no record', 'x.json', '[]', undefined],
    ['a number among records', 'x.json', '[{"a":1},2]', undefined],
  ])('%s is refused', async (_, name, content, line) => {
    const refusal = await refusalOfContent(content, name);
    expect(['unreadable_file', 'unsupported_format']).toContain(refusal.code);
    expect(refusal).toMatchObject({ left: [], line });
    expect(refusal.message).not.toMatch(/\n|read_json|maximum_object/);
  });
});

describe('workbooks', () => {
  async function workbook(sheets: Record<string, SheetData>): Promise<string> {
    const file = join(await temporaryFolder(), 'line 7.xlsx');
    const list = Object.entries(sheets).map(([name, data]) => ({ sheet: name, data }));
    await writeWorkbook(list).toFile(file);
    return file;
  }
  const cell = (value: string | number | boolean | Date | null) =>
    value instanceof Date
      ? { value, type: Date, format: 'yyyy-mm-dd hh:mm:ss' }
      : value === null
        ? null
        : typeof value === 'number'
          ? { value, type: Number }
          : typeof value === 'boolean'
            ? { value, type: Boolean }
            : { value, type: String };
  const sheet = (rows: (string | number | boolean | Date | null)[][]): SheetData =>
    rows.map((row) => row.map(cell));
  const table = [
    ['Part', 'Force [kN]', 'Day', 'At', 'OK', 'Code'],
    ['a', 2.5, new Date('2024-01-31T00:00:00Z'), new Date('2024-01-31T08:30:15Z'), true, '007'],
    ['b', null, new Date('2024-02-01T00:00:00Z'), new Date('2024-02-01T00:00:00Z'), false, '008'],
  ];

  test('a sheet is a table with the types of its cells', async () => {
    const read = await readOne(await workbook({ S: sheet(table) }));
    expect(read.id).toBe('line_7');
    expect(read.columns.map(({ id, type, unit }) => [id, type, unit?.ucum ?? null])).toEqual([
      ['part', 'string', null],
      ['force', 'number', 'kN'],
      ['day', 'date', null],
      ['at', 'datetime', null],
      ['ok', 'boolean', null],
      ['code', 'string', null],
    ]);
    expect(read.records).toEqual([
      { part: 'a', force: 2.5, day: '2024-01-31', at: '2024-01-31T08:30:15', ok: true, code: '007' },
      { part: 'b', force: null, day: '2024-02-01', at: '2024-02-01T00:00:00', ok: false, code: '008' },
    ]);
  });

  test('a title above, blank rows and columns around are left out and told of', async () => {
    const read = await readOne(
      await workbook({
        S: sheet([
          ['Press 7, January', null, null, null],
          [null, null, null, null],
          [null, 'no', 'value', null],
          [null, 1, 5, null],
          [null, null, null, null],
          [null, 2, '?', null],
        ]),
      }),
    );
    expect(read.records).toEqual([
      { no: 1, value: 5 },
      { no: 2, value: null },
    ]);
    expect(codes(read)).toEqual(['lines_skipped', 'blank_rows_skipped', 'missing_marks']);
    expect(read.reading).toMatchObject({ format: 'xlsx', headerLine: 3, firstLine: 4 });
  });

  test('every sheet that holds a table is one', async () => {
    const file = await workbook({
      'Januar 测量': sheet(table),
      'Read me': sheet([['see the other sheets']]),
      Limits: sheet([
        ['n', 'v'],
        [1, 2],
      ]),
    });
    const tables = await readFile(file);
    expect(tables.map(({ id, rows, reading }) => [id, rows, reading.sheet])).toEqual([
      ['januar_测量', 2, 'Januar 测量'],
      ['limits', 1, 'Limits'],
    ]);
    expect(tables.flatMap(codes)).toContain('sheet_skipped');
    const [one] = await readFile(file, { reading: { sheet: 'Limits' } });
    expect(one?.records).toEqual([{ n: 1, v: 2 }]);
  });

  test('numbers alone have no header', async () => {
    const read = await readOne(
      await workbook({
        S: sheet([
          [1, 2],
          [3, 4],
        ]),
      }),
    );
    expect(read.records).toEqual([
      { column_1: 1, column_2: 2 },
      { column_1: 3, column_2: 4 },
    ]);
  });

  test('one that is cut off, one without a table and another archive are refused', async () => {
    const file = await workbook({ S: sheet(table) });
    const bytes = await readBytes(file);
    expect(await refusalOfContent(bytes.subarray(0, bytes.length / 2), 'x.xlsx')).toMatchObject({
      code: 'unreadable_file',
      left: [],
    });
    const broken = Buffer.from(bytes);
    broken.fill(0x41, 60, 400);
    expect(await refusalOfContent(broken, 'x.xlsx')).toMatchObject({ code: 'unreadable_file', left: [] });
    expect(await refusalOf(await workbook({ S: sheet([['nothing here']]) }))).toMatchObject({
      code: 'unreadable_file',
    });
    const empty = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');
    expect(await refusalOfContent(empty, 'x.xlsx')).toMatchObject({ code: 'unsupported_format' });
  });
});
