import type { DocumentWriter } from './document-writer.ts';

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Writes a table of records, such as work orders or an FMEA: each is an entry with the names of its columns. Lines above the
 * first one that fills most of the columns are a title, not a header.
 */
export function writeRecords(rows: readonly (readonly string[])[], writer: DocumentWriter): void {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const width = Math.max(0, ...rows.map(filled));
  const at = rows.findIndex((cells) => filled(cells) > width / 2);
  for (const cells of rows.slice(0, Math.max(0, at))) writer.paragraph(cells.join(' '));
  const header = rows[at];
  if (!header) return;
  const records = rows.slice(at + 1).filter((cells) => !isBlank(cells));
  if (records.length === 0) writer.table([header]);
  for (const cells of records) {
    writer.entry(cells.map((value, i) => [header[i]?.trim() || String(i + 1), value] as const));
  }
}
