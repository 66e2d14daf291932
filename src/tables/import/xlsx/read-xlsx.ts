import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import readWorkbook from 'read-excel-file/node';
import type { Notice, Reading } from '../../types.ts';
import type { CellTable } from '../cell-table.ts';
import { firstLine, refuse } from '../failures.ts';
import { jsonCells, jsonRecords } from '../json/json-relation.ts';
import type { NamedTable } from '../json/read-json.ts';
import { notice } from '../notice.ts';
import { type SheetCell, type SheetTable, sheetTable } from './sheet-table.ts';
import { zipEntries } from './zip-entries.ts';

/** Bytes of a workbook when unpacked; it is held in memory. */
const largest = 512 * 1024 * 1024;

/** Errors: `unreadable_file`, `unsupported_format`, `too_large`. */
async function checkArchive(file: string): Promise<void> {
  const entries = await zipEntries(file);
  if (!entries) {
    throw refuse('unreadable_file', file, {
      en: 'the archive is cut off or damaged',
      zh: '压缩包被截断或已损坏',
      recovery: { en: 'Get the file again.', zh: '请重新获取该文件。' },
    });
  }
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) {
    throw refuse('unsupported_format', file, {
      en: 'it is a ZIP archive, and no XLSX workbook',
      zh: '该文件是 ZIP 压缩包，而不是 XLSX 工作簿',
      recovery: { en: 'Unpack it and add what is inside.', zh: '请解压后添加其中的文件。' },
    });
  }
  if (entries.reduce((sum, { bytes }) => sum + bytes, 0) > largest) {
    throw refuse('too_large', file, {
      en: 'the workbook is larger than 512 MiB when unpacked',
      zh: '工作簿解压后超过 512 MiB',
      recovery: { en: 'Save its sheets as CSV.', zh: '请将工作表另存为 CSV。' },
    });
  }
}

interface Sheet {
  readonly name: string;
  readonly data: readonly (readonly SheetCell[])[];
}

async function sheetsOf(file: string): Promise<Sheet[]> {
  try {
    const sheets = await readWorkbook(file, { trim: false });
    // The library's types take the class Date for its instances.
    return sheets.map(({ sheet, data }) => ({ name: sheet, data: data as unknown as SheetCell[][] }));
  } catch (error) {
    throw refuse('unreadable_file', file, {
      en: `the workbook cannot be read: ${firstLine(error)}`,
      zh: `工作簿无法读取：${firstLine(error)}`,
      recovery: {
        en: 'Open it in a spreadsheet program and save it again.',
        zh: '请用电子表格软件打开并重新保存。',
      },
      cause: error,
    });
  }
}

function noticesOf(sheet: string, table: SheetTable): Notice[] {
  const notices: Notice[] = [];
  const where = { sheet };
  if (table.skippedAbove > 0) {
    notices.push(
      notice(
        'lines_skipped',
        `${table.skippedAbove} rows above the table were left out.`,
        `表格上方的 ${table.skippedAbove} 行未读入。`,
        where,
      ),
    );
  }
  if (table.blankRows > 0) {
    notices.push(
      notice(
        'blank_rows_skipped',
        `${table.blankRows} blank rows between the records were left out.`,
        `记录之间的 ${table.blankRows} 个空行未读入。`,
        where,
      ),
    );
  }
  if (table.headerLine === null) {
    notices.push(
      notice(
        'no_header',
        'The sheet has no header: the columns are called column_1, column_2 and so on.',
        '工作表没有表头：各列命名为 column_1、column_2 等。',
        where,
      ),
    );
  }
  return notices;
}

async function place(sheet: string, table: SheetTable, lines: string): Promise<CellTable> {
  function* written(): Generator<string> {
    for (const record of table.records) yield `${JSON.stringify(record)}\n`;
  }
  await pipeline(Readable.from(written()), createWriteStream(lines));
  return {
    relation: jsonCells(
      jsonRecords(lines, 'newline_delimited'),
      table.names.map((_, index) => index),
    ),
    names: table.names,
    typed: true,
    decimalComma: false,
    reading: { format: 'xlsx', sheet, headerLine: table.headerLine, firstLine: table.firstLine },
    notices: noticesOf(sheet, table),
  };
}

/** Every sheet of a workbook that holds a table. Errors: `unreadable_file`, `unsupported_format`, `too_large`. */
export async function readXlsx(file: string, work: string, given: Partial<Reading>): Promise<NamedTable[]> {
  await checkArchive(file);
  const all = await sheetsOf(file);
  const wanted = given.sheet === undefined ? all : all.filter(({ name }) => name === given.sheet);
  const tables: NamedTable[] = [];
  const skipped: Notice[] = [];
  for (const [index, { name, data }] of wanted.entries()) {
    const found = sheetTable(data, given.headerLine);
    if (found) {
      tables.push({ name, table: await place(name, found, join(work, `sheet-${index}.ndjson`)) });
    } else {
      skipped.push(
        notice('sheet_skipped', `Sheet "${name}" holds no table.`, `工作表“${name}”中没有表格。`, {
          sheet: name,
        }),
      );
    }
  }
  const [first, ...others] = tables;
  if (!first) {
    throw refuse('unreadable_file', file, {
      en: 'no sheet of the workbook holds a table',
      zh: '工作簿中没有含表格的工作表',
      recovery: { en: 'Give a sheet with a header and records.', zh: '请提供含有表头和记录的工作表。' },
    });
  }
  const table = { ...first.table, notices: [...skipped, ...first.table.notices] };
  return [{ ...first, table }, ...others];
}
