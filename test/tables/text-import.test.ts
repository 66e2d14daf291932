import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { codes, readContent, readOne, refusalOf, refusalOfContent, types } from './read.ts';

const values = (table: Awaited<ReturnType<typeof readContent>>, id: string): unknown[] =>
  table.records.map((record) => record[id]);

/** GBK bytes of the few characters that the fixtures use. */
const gbkOf: Readonly<Record<string, readonly number[]>> = {
  转: [0xd7, 0xaa],
  速: [0xcb, 0xd9],
  温: [0xce, 0xc2],
  度: [0xb6, 0xc8],
  轴: [0xd6, 0xe1],
  承: [0xb3, 0xd0],
  故: [0xb9, 0xca],
  障: [0xd5, 0xcf],
};
const gbk = (text: string): Buffer =>
  Buffer.from([...text].flatMap((char) => gbkOf[char] ?? [char.charCodeAt(0)]));
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  const text = '转速 [rpm],温度,故障\n1500,70.5,轴承\n1600,,轴承\n';
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 LE without', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['GBK', gbk(text), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    const table = await readContent(bytes);
    expect(table.reading.encoding).toBe(encoding);
    expect(table.columns.map(({ id }) => id)).toEqual(['转速', '温度', '故障']);
    expect(table.columns[0]?.unit).toEqual({ symbol: 'rpm', ucum: '{rev}/min', from: 'name' });
    expect(table.records).toEqual([
      { 转速: 1500, 温度: 70.5, 故障: '轴承' },
      { 转速: 1600, 温度: null, 故障: '轴承' },
    ]);
    expect(codes(table).includes('encoding')).toBe(encoding !== 'utf-8');
  });

  test('a text in Latin-1 is refused rather than read as Chinese', async () => {
    const refusal = await refusalOfContent(Buffer.from('name;größe\nMüller;1\nJürgen;2\n', 'latin1'));
    expect(refusal).toMatchObject({ code: 'unreadable_file', line: 1, left: [] });
    expect(refusal.recovery).toContain('UTF-8');
  });

  test('a damaged byte in UTF-8 costs its character, and a notice names the line', async () => {
    const bytes = Buffer.from('名称,值\n轴承,1\n齿轮箱,2\n温度,3\n');
    bytes[bytes.indexOf(Buffer.from('齿轮箱')) + 1] = 0xff;
    const table = await readContent(bytes);
    expect(values(table, '名称')).toEqual(['轴承', expect.stringMatching(/^\ufffd+轮箱$/), '温度']);
    const notice = table.notices.find(({ code }) => code === 'mixed_encoding');
    expect(notice).toMatchObject({
      where: { line: 3 },
      message: { en: expect.stringContaining('1 hold bytes of neither') },
    });
  });

  test.each([false, true])(
    'lines in GBK among lines in UTF-8 are read, and told (with a mark: %s)',
    async (mark) => {
      const line = (place: number) => `轴承,${place}\n`;
      const lines = Array.from({ length: 60 }, (_, place) =>
        place % 20 === 7 ? gbk(line(place)) : Buffer.from(line(place)),
      );
      const table = await readContent(
        Buffer.concat([Buffer.from(`${mark ? '\ufeff' : ''}故障,值\n`), ...lines]),
      );
      expect(new Set(values(table, '故障'))).toEqual(new Set(['轴承']));
      expect(table.rows).toBe(60);
      expect(table.reading).toMatchObject({ encoding: 'utf-8+gb18030', byteOrderMark: mark });
      expect(table.notices.find(({ code }) => code === 'mixed_encoding')).toMatchObject({
        where: { line: 9 },
        message: { zh: expect.stringContaining('3 行按 GB18030 读取') },
      });
    },
  );

  test.each<[string, Buffer, string[]]>([
    ['within a record', Buffer.from('a,b,c\n1,2,3\n4,5,6\n7,8'), ['last_line_cut', 'short_rows']],
    ['within a character', Buffer.from('a,b\n轴,1\n承,轴').subarray(0, -1), ['last_line_cut']],
  ])('a file that ends %s is read as far as it goes', async (_, bytes, told) => {
    const table = await readContent(bytes);
    expect(codes(table).toSorted()).toEqual(told);
    expect(table.rows).toBe(table.records.length);
  });

  test('a last line without its line end is not cut', async () => {
    expect(codes(await readContent('a,b,c\n1,2,3\n4,5,6'))).toEqual([]);
    expect(codes(await readContent('a,b,c\n1,2,3\n4,5\n'))).toEqual(['short_rows']);
  });

  test('bytes that are no text are refused', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251));
    expect((await refusalOfContent(bytes, 'x.csv')).code).toBe('unsupported_format');
    expect((await refusalOfContent(bytes, 'x.dat')).left).toEqual([]);
  });
});

describe('what a column is', () => {
  const typeOf = async (...cells: string[]): Promise<string> => {
    const table = await readContent(`value;other\n${cells.map((cell) => `${cell};x`).join('\n')}\n`);
    return table.columns[0]?.type ?? '';
  };

  test.each<[string, string[], string]>([
    ['integers', ['1', '-2', '+3', '0'], 'integer'],
    ['numbers', ['1', '2.5', '.5', '-1e-3', '3.'], 'number'],
    ['integers and a leading zero', ['1', '02'], 'string'],
    ['numbers with a leading zero', ['1.5', '01.5'], 'string'],
    ['a decimal below one', ['0.5', '-0.25'], 'number'],
    ['numbers beyond 64 bits', ['12345678901234567890123', '1'], 'string'],
    ['telephone numbers', ['+8613912345678'], 'string'],
    ['underscores between digits', ['1_000', '2_000'], 'string'],
    ['hexadecimal', ['0x1F', '0x20'], 'string'],
    ['one word among numbers', ['1', '2', 'three'], 'string'],
    ['booleans', ['true', 'FALSE', 'True'], 'boolean'],
    ['yes and no', ['yes', 'no'], 'string'],
    ['ISO days', ['2024-02-29', '2023-01-01'], 'date'],
    ['a day that is none', ['2024-02-30', '2023-01-01'], 'string'],
    ['ISO times', ['2024-02-29T01:02:03', '2023-01-01 01:02'], 'datetime'],
    ['ISO times with zones', ['2024-02-29T01:02:03Z', '2023-01-01 01:02+08:00'], 'datetime'],
    ['some with zones, some without', ['2024-02-29T01:02:03Z', '2023-01-01T01:02:03'], 'string'],
    ['times of day', ['08:00', '23:59:59', '7:05'], 'time'],
    ['hours beyond 24', ['25:00', '08:00'], 'string'],
    ['days with the year first', ['2024/1/2', '2023/12/31'], 'date'],
    ['Chinese days', ['2024年1月2日', '2023年12月31日'], 'date'],
    ['days and times', ['2024-01-01', '2024-01-01T08:00:00'], 'string'],
    ['nothing', ['', ''], 'string'],
  ])('%s', async (_, cells, type) => {
    expect(await typeOf(...cells)).toBe(type);
  });

  test('one cell at the end of many decides', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `${i},a`).join('\n');
    expect(types(await readContent(`n,t\n${many}\n`))).toEqual(['integer', 'string']);
    const table = await readContent(`n,t\n${many}\nlast one,b\n`);
    expect(types(table)).toEqual(['string', 'string']);
    expect(table.notices.find(({ code }) => code === 'mixed_types')?.message.en).toContain('60000 of 60001');
  });

  test('the first cell that does not fit is named with its row', async () => {
    const days = ['2024-01-01', '2024-01-02', '', 'at noon', '2024-01-04', 'NA'];
    const table = await readContent(`n,d\n${days.map((day, i) => `${i},${day}`).join('\n')}\n`);
    const { message } = table.notices.find(({ code }) => code === 'mixed_types') ?? {};
    expect(message?.en).toMatch(/3 of 4 values .*, 1 does not\. The first is "at noon" in row 4\.$/);
    expect(message?.zh).toMatch(/首个是第 4 行的“at noon”。$/);
  });

  test('time zones are kept as instants', async () => {
    const table = await readContent('at,x\n2024-01-01T08:00:00+08:00,1\n2024-01-01T00:00:00Z,2\n');
    expect(values(table, 'at')).toEqual(['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z']);
    expect(table.columns[0]?.statistics).toMatchObject({ distinct: 1, min: '2024-01-01T00:00:00Z' });
  });

  test('a decimal comma is read where a comma is no delimiter', async () => {
    const table = await readContent('a;b;c\n1,5;1,234;1.234,5\n-0,25;2,500;12\n');
    expect(table.records).toEqual([
      { a: 1.5, b: 1.234, c: 1234.5 },
      { a: -0.25, b: 2.5, c: 12 },
    ]);
    expect(codes(table)).toContain('decimal_comma');
    expect(table.columns[0]?.reading.decimalMark).toBe(',');
  });

  test('a comma that may part thousands is not taken for a decimal mark', async () => {
    const table = await readContent('a;b\n1,234;x\n2,500;y\n');
    expect(values(table, 'a')).toEqual(['1,234', '2,500']);
  });
});

describe('day and month', () => {
  const dates = (...cells: string[]) => readContent(`d,x\n${cells.map((cell) => `${cell},1`).join('\n')}\n`);

  test('a first number above 12 anywhere says day first', async () => {
    const table = await dates('01/02/2018 0:15', '03/04/2018 0:30', '31/12/2018 23:45');
    expect(values(table, 'd')).toEqual(['2018-02-01T00:15:00', '2018-04-03T00:30:00', '2018-12-31T23:45:00']);
    expect(table.columns[0]?.reading.dateFormat).toBe('%d/%m/%Y %H:%M');
    expect(codes(table)).toEqual(['date_order_recognised']);
  });

  test('a second number above 12 anywhere says month first', async () => {
    const table = await dates('01-02-2018', '12-31-2018');
    expect(values(table, 'd')).toEqual(['2018-01-02', '2018-12-31']);
    expect(table.columns[0]?.type).toBe('date');
  });

  test('without such a number nothing is guessed', async () => {
    const table = await dates('01/02/2018', '03/04/2018', '05/05/2018');
    expect(values(table, 'd')).toEqual(['01/02/2018', '03/04/2018', '05/05/2018']);
    expect(codes(table)).toEqual(['date_order_ambiguous']);
  });

  test('both orders in one column leave it text', async () => {
    const table = await dates('31/01/2018', '01/31/2018');
    expect(table.columns[0]?.type).toBe('string');
    expect(codes(table)).toEqual(['mixed_types']);
  });

  test('morning and afternoon', async () => {
    const table = await dates('1/31/2018 3:05 PM', '2/1/2018 12:00 AM');
    expect(values(table, 'd')).toEqual(['2018-01-31T15:05:00', '2018-02-01T00:00:00']);
  });

  test('a date that does not exist leaves the column text', async () => {
    expect((await dates('31/02/2018', '30/01/2018')).columns[0]?.type).toBe('string');
  });
});

describe('missing values', () => {
  test('marks among numbers are missing, and told of with their number', async () => {
    const table = await readContent('a,b\n1,x\n?,y\nNA,z\n-,w\nnan,v\n,u\n');
    expect(values(table, 'a')).toEqual([1, null, null, null, null, null]);
    expect(table.columns[0]?.reading.missing).toEqual({ '': 1, '?': 1, NA: 1, '-': 1, nan: 1 });
    expect(table.columns[0]?.statistics).toMatchObject({ count: 6, missing: 5, distinct: 1 });
    expect(codes(table)).toEqual(['missing_marks']);
  });

  test('among texts only those that mean nothing else', async () => {
    const table = await readContent('grade,x\nL,1\n?,2\nNA,3\nnone,4\n-,5\n');
    expect(values(table, 'grade')).toEqual(['L', null, null, 'none', '-']);
  });

  test('among two-letter codes NA is one of them', async () => {
    const table = await readContent('country,x\nCN,1\nNA,2\nDE,3\n');
    expect(values(table, 'country')).toEqual(['CN', 'NA', 'DE']);
  });
});

describe('structure', () => {
  test('a header alone is a table without records', async () => {
    const table = await readContent('a,b\n');
    expect(table).toMatchObject({ rows: 0, records: [] });
    expect(table.columns.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(codes(table)).toContain('no_rows');
  });

  test.each(['', ' \n\n', '\ufeff'])('nothing but blanks is refused: %j', async (content) => {
    expect(await refusalOfContent(content)).toMatchObject({ code: 'unreadable_file', left: [] });
  });

  test('short records are filled up and told of', async () => {
    const table = await readContent('a,b,c\n1,2,3\n4,5\n6\n');
    expect(table.records.map((record) => Object.values(record))).toEqual([
      [1, 2, 3],
      [4, 5, null],
      [6, null, null],
    ]);
    expect(table.notices.find(({ code }) => code === 'short_rows')?.message.en).toContain('2 of 3');
  });

  test('delimiters without anything between them at the end of a line do no harm', async () => {
    const table = await readContent('a,b\n1,2, ,\n3,4\n5,6,,,\n');
    expect(values(table, 'b')).toEqual([2, 4, 6]);
    expect(codes(table)).toContain('long_rows');
  });

  test('a quote that is never closed is refused with its line', async () => {
    expect(await refusalOfContent('a,b\n1,2\n3,"4\n5,6\n')).toMatchObject({
      code: 'unreadable_file',
      line: 3,
      left: [],
    });
  });

  test('line numbers count what stands above the table', async () => {
    expect(await refusalOfContent('# made by hand\n\na,b\n1,2\n3,4,5\n')).toMatchObject({ line: 5 });
  });

  test('a title block above the table is left out', async () => {
    const table = await readContent('Press 7\nshift A\n\ntime,force [kN],part\n1,2.5,a\n2,2.6,b\n3,2.7,c\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['time', 'force [kN]', 'part']);
    expect(table.reading).toMatchObject({ headerLine: 4, firstLine: 5 });
    expect(codes(table)).toEqual(['lines_skipped']);
  });

  test('a header behind a comment mark is one', async () => {
    const table = await readContent('# time;value\n1;2\n3;4\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['time', 'value']);
  });

  test('mixed line ends are read, and told of', async () => {
    const table = await readContent('a,b\r\n1,2\n3,4\r\n5,6\r7,8\n');
    expect(values(table, 'a')).toEqual([1, 3, 5, 7]);
    expect(codes(table)).toEqual(['line_ends']);
  });

  test('quotes may be apostrophes, and be escaped by a backslash', async () => {
    const table = await readContent("a|b\n'x|y'|1\n'it\\'s'|2\n'z'|3\n");
    expect(values(table, 'a')).toEqual(['x|y', "it's", 'z']);
    expect(table.reading).toMatchObject({ delimiter: '|', quote: "'", escape: '\\' });
  });

  test('a name of a file that a pattern would read otherwise', async () => {
    expect((await readContent('a,b\n1,2\n', 'line[1]*?.csv')).rows).toBe(1);
  });

  test('running text is no table', async () => {
    const prose = 'The press was stopped.\nNobody, it seems, knows why; the log is empty.\nThe end.\n';
    expect((await refusalOfContent(prose, 'notes.txt')).code).toBe('unsupported_format');
  });

  test.each([
    ['gzip', '1f8b0800', 'x.csv.gz'],
    ['an old workbook', 'd0cf11e0a1b11ae1', 'x.xls'],
    ['HDF5', '894844460d0a1a0a', 'x.h5'],
    ['PDF', '255044462d312e37', 'x.csv'],
  ])('%s is named and refused', async (_, hex, name) => {
    expect((await refusalOfContent(Buffer.from(hex, 'hex'), name)).code).toBe('unsupported_format');
  });

  test('a former reading is followed', async () => {
    const content = 'a,b\n1,2\n';
    const table = await readContent(content, 'x.csv', { reading: { headerLine: null } });
    expect(table.records).toEqual([
      { column_1: 'a', column_2: 'b' },
      { column_1: '1', column_2: '2' },
    ]);
    const again = await readContent(content, 'x.csv', { reading: table.reading });
    expect(again.records).toEqual(table.records);
  });

  test('a column called row gets another id', async () => {
    const table = await readContent('row,file_row_number\n7,8\n');
    expect(table.records).toEqual([{ row_2: 7, file_row_number_2: 8 }]);
  });

  test('an import that is cancelled leaves nothing behind', async () => {
    const signal = AbortSignal.abort();
    await expect(readContent('a,b\n1,2\n', 'x.csv', { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('values between blanks', () => {
  test('with a header, and a missing mark', async () => {
    const table = await readContent('time  value\n 1   2.5\n 2   NA\n', 'x.dat');
    expect(table.records).toEqual([
      { time: 1, value: 2.5 },
      { time: 2, value: null },
    ]);
    expect(table.reading).toMatchObject({ format: 'blank-separated', headerLine: 1 });
  });

  test('a line of another length is refused with its number', async () => {
    const lines = Array.from({ length: 1500 }, (_, i) => `${i} ${i * 2} 3`);
    lines[1400] = '1400 2800';
    expect(await refusalOfContent(lines.join('\n'), 'x.txt')).toMatchObject({
      code: 'unreadable_file',
      line: 1401,
      left: [],
    });
  });
});

describe.runIf(hasSharedData('steel-industry-energy'))('public data', () => {
  test('steel energy: day first, a complete grid of quarters of an hour', async () => {
    const table = await readOne(sharedData('steel-industry-energy', 'Steel_industry_data.csv'));
    expect(table.rows).toBe(35_040);
    expect(table.columns[0]).toMatchObject({ type: 'datetime', reading: { dateFormat: '%d/%m/%Y %H:%M' } });
    const instants = new Set(values(table, 'date').map((at) => Date.parse(`${String(at)}Z`)));
    const first = Date.UTC(2018, 0, 1);
    expect(instants.size).toBe(35_040);
    for (let i = 0; i < 35_040; i += 1) {
      if (!instants.has(first + i * 900_000))
        throw new Error(`no record at ${new Date(first + i * 900_000)}`);
    }
  });

  test('tempering: question marks are missing hardnesses, units come from the names', async () => {
    const table = await readOne(sharedData('steel-tempering', 'tempering.csv'));
    expect(table.rows).toBe(1466);
    const byId = new Map(table.columns.map((column) => [column.id, column]));
    const hardness = byId.get('initial_hardness_post_quenching');
    expect(hardness).toMatchObject({
      type: 'number',
      unit: { symbol: 'HRC', ucum: null },
      statistics: { missing: 949 },
      reading: { missing: { '?': 949 } },
    });
    expect(byId.get('tempering_temperature')?.unit?.ucum).toBe('Cel');
    expect(byId.get('c')?.unit).toEqual({ symbol: '%wt', ucum: '%', from: 'name' });
  });

  test('AI4I: a byte order mark does not stick to the first name', async () => {
    const table = await readOne(sharedData('ai4i2020', 'ai4i2020.csv'));
    expect(table).toMatchObject({ rows: 10_000, reading: { byteOrderMark: true } });
    expect(table.columns.slice(0, 8).map(({ id, unit }) => [id, unit?.ucum ?? null])).toEqual([
      ['udi', null],
      ['product_id', null],
      ['type', null],
      ['air_temperature', 'K'],
      ['process_temperature', 'K'],
      ['rotational_speed', '{rev}/min'],
      ['torque', 'N.m'],
      ['tool_wear', 'min'],
    ]);
    expect(table.records[69]).toMatchObject({ udi: 70, machine_failure: 1 });
  });

  test.each([
    ['train_FD001.txt', 20_631, 26],
    ['test_FD001.txt', 13_096, 26],
    ['RUL_FD001.txt', 100, 1],
  ])('C-MAPSS: %s has no header', async (name, rows, columns) => {
    const table = await readOne(sharedData('cmapss-fd001', name));
    expect(table.rows).toBe(rows);
    expect(table.columns.map(({ id }) => id)).toEqual(
      Array.from({ length: columns }, (_, index) => `column_${index + 1}`),
    );
    expect(types(table).every((type) => type === 'integer' || type === 'number')).toBe(true);
    expect(codes(table)).toEqual(['no_header']);
  });

  test('C-MAPSS: its readme is no table', async () => {
    expect((await refusalOf(sharedData('cmapss-fd001', 'readme.txt'))).left).toEqual([]);
  });

  test.each([
    ['TS1.txt', 60],
    ['profile.txt', 5],
  ])('hydraulics: %s is a matrix', async (name, columns) => {
    const table = await readOne(sharedData('hydraulic-condition', name));
    expect([table.rows, table.columns.length]).toEqual([2205, columns]);
    expect(types(table).includes('string')).toBe(false);
  });
});
