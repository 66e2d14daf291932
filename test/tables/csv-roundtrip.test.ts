import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from './read.ts';

type Value = string | number | boolean | null;

interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  readonly lineEnd: string;
  readonly quoteAll: boolean;
  readonly encoding: 'utf8' | 'utf8 with mark' | 'utf16le';
}

const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quote: fc.constantFrom('"', '"', "'"),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  quoteAll: fc.boolean(),
  encoding: fc.constantFrom('utf8', 'utf8', 'utf8 with mark', 'utf16le'),
});

// A letter in front: what looks like a number, a date or a missing mark is another test's matter.
const letters = fc
  .array(fc.constantFrom(...'abz 09.,;|\t\'"\\\n-#%()轴承µ°🚀'), { maxLength: 12 })
  .map((chars) => `x${chars.join('')}`);

const kinds: readonly fc.Arbitrary<Value>[] = [
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value))
    .map((value) => value + 0),
  letters,
  letters.map((text) => `${text} `),
  fc.boolean(),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
];

const tables: fc.Arbitrary<Value[][]> = fc
  .tuple(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 12 }))
  .chain(([columns, rows]) =>
    fc.array(fc.tuple(...columns.map((kind) => fc.option(kind, { freq: 6 }))), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function write(rows: readonly (readonly Value[])[], dialect: Dialect): Buffer {
  const { delimiter, quote, lineEnd, quoteAll, encoding } = dialect;
  const cell = (value: Value): string => {
    const text = value === null ? '' : String(value);
    if (!quoteAll && text !== '' && !/[,;\t|'"\\\r\n]|^\s|\s$/.test(text)) return text;
    if (text === '' && (rows[0]?.length ?? 0) > 1) return text;
    return quote + text.replaceAll(quote, quote + quote) + quote;
  };
  const text = rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`);
}

describe('any table, in any dialect', () => {
  test('is read back equal, with its header', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tables, dialects, async (rows, dialect) => {
        const names = rows[0]?.map((_, index) => `name ${'abcdef'[index]}`) ?? [];
        // One column leaves nothing to tell apostrophes that are quotes from others by.
        const quote = names.length === 1 ? '"' : dialect.quote;
        const table = await readContent(write([names, ...rows], { ...dialect, quote }));
        expect(table.columns.map(({ name }) => name)).toEqual(names);
        expect(table.records.map((record) => table.columns.map(({ id }) => record[id]))).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });

  test('of numbers without a header, too', { timeout: 120_000 }, async () => {
    const numbers = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(
          fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
            minLength: width,
            maxLength: width,
          }),
          { minLength: 2, maxLength: 10 },
        ),
      )
      .map((rows) => rows.map((row) => row.map((value) => value + 0)));
    await fc.assert(
      fc.asyncProperty(numbers, dialects, async (rows, dialect) => {
        const table = await readContent(write(rows, dialect));
        expect(table.reading.headerLine).toBeNull();
        expect(table.records.map((record) => Object.values(record))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});
