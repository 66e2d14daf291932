import readExcel from 'read-excel-file/node';
import { DocumentWriter } from './document-writer.ts';
import type { DocumentLoader } from './loader.ts';
import { writeRecords } from './records.ts';
import { expectKind, reading } from './sniff.ts';
import { unzip } from './unzip.ts';

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  return value
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace('T', ' ')
    .replace('.000Z', '');
}

/** Workbooks: each sheet a section, each row a record with the names of its columns. */
export const xlsxLoader: DocumentLoader = {
  id: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: ['.xlsx'],
  async load(bytes, path) {
    expectKind(bytes, path, 'xlsx');
    return reading(path, async () => {
      unzip(bytes, path);
      const writer = new DocumentWriter();
      for (const { sheet, data } of await readExcel(Buffer.from(bytes))) {
        writer.heading(1, sheet);
        writeRecords(
          data.map((row) => row.map(shown)),
          writer,
        );
      }
      return writer.finish();
    });
  },
};
