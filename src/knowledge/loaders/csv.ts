import { parse } from 'csv-parse/sync';
import { decodeText } from './decode.ts';
import { DocumentWriter } from './document-writer.ts';
import type { DocumentLoader } from './loader.ts';
import { writeRecords } from './records.ts';
import { expectKind, reading } from './sniff.ts';

const count = (text: string, mark: string): number => text.split(mark).length;

/** The mark that the first line holds most often. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return [',', ';', '\t', '|'].reduce((best, mark) => (count(line, mark) > count(line, best) ? mark : best));
}

/** Tables of text, such as work orders: each row a record with the names of its columns. */
export const csvLoader: DocumentLoader = {
  id: 'csv',
  mediaType: 'text/csv',
  extensions: ['.csv', '.tsv'],
  async load(bytes, path) {
    if (bytes.length > 0) expectKind(bytes, path, 'text');
    const text = decodeText(bytes, path);
    const writer = new DocumentWriter();
    await reading(path, async () => {
      const rows: string[][] = parse(text, {
        delimiter: delimiterOf(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      });
      writeRecords(rows, writer);
    });
    return writer.finish();
  },
};
