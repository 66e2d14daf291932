import type { DocumentWriter } from './document-writer.ts';
import { cellsOf, type PdfLine } from './pdf-lines.ts';
import { partTables } from './pdf-tables.ts';
import { headingLevel, isEntryStart } from './text-marks.ts';

export interface PdfPage {
  readonly lines: readonly PdfLine[];
  /** In points. */
  readonly height: number;
}

const textOf = (line: PdfLine): string => cellsOf(line, Number.POSITIVE_INFINITY).join('');

/** Size of most of the text. */
function bodySize(pages: readonly PdfPage[]): number {
  const letters = new Map<number, number>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + textOf(line).length);
  }
  return [...letters].reduce((best, one) => (one[1] > best[1] ? one : best), [10, 0])[0];
}

const margin = 0.09;
const fewestPages = 3;

/** Running titles and page numbers: what stands at the edge of most pages, apart from its digits. */
function running(pages: readonly PdfPage[]): (line: PdfLine, page: PdfPage) => boolean {
  const seen = new Map<string, number>();
  const key = (line: PdfLine) => textOf(line).replace(/\d+/g, '0');
  const atEdge = ({ y }: PdfLine, { height }: PdfPage) => y > height * (1 - margin) || y < height * margin;
  for (const page of pages) {
    const keys = new Set(page.lines.filter((line) => atEdge(line, page)).map(key));
    for (const one of keys) seen.set(one, (seen.get(one) ?? 0) + 1);
  }
  return (line, page) => {
    const count = seen.get(key(line)) ?? 0;
    return atEdge(line, page) && count >= fewestPages && count > pages.length / 2;
  };
}

const longestHeading = 80;
const isHan = (character: string): boolean => /[\p{Script=Han}，、；：（）《》]/u.test(character);

/** The lines of a paragraph as one text: a line that does not end a sentence goes on in the next one. */
function joined(lines: readonly PdfLine[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const text = textOf(line);
    const before = texts.at(-1);
    if (before === undefined || /[。！？：.!?:;；]$/.test(before) || isEntryStart(text)) texts.push(text);
    else
      texts[texts.length - 1] =
        before + (isHan(before.at(-1) ?? '') || isHan(text[0] ?? '') ? '' : ' ') + text;
  }
  return texts;
}

/** Lines that are this many sizes apart are of different paragraphs. */
const paragraphGap = 1.9;

/** Writes the pages: larger type and numbered titles as headings, lines with several cells as tables, the rest as paragraphs. */
export function writePages(pages: readonly PdfPage[], writer: DocumentWriter): void {
  const body = bodySize(pages);
  const isRunning = running(pages);
  const sizes = [...new Set(pages.flatMap((page) => page.lines.map(({ size }) => Math.round(size))))].filter(
    (size) => size > body * 1.15,
  );
  const levels = new Map(sizes.sort((a, b) => b - a).map((size, i) => [size, i + 1]));
  const levelOf = (line: PdfLine): number | undefined => {
    const text = textOf(line);
    if (text.length > longestHeading) return undefined;
    return levels.get(Math.round(line.size)) ?? headingLevel(text);
  };
  for (const page of pages) {
    writer.page();
    let open: PdfLine[] = [];
    const flush = () => {
      const texts = joined(open);
      if (texts.filter(isEntryStart).length > 1) writer.list(texts, 'steps');
      else writer.paragraph(texts.join('\n'));
      open = [];
    };
    for (const part of partTables(page.lines.filter((one) => !isRunning(one, page)))) {
      if (part.kind === 'table') {
        flush();
        writer.table(part.rows);
        continue;
      }
      const { line } = part;
      const before = open.at(-1);
      if (before && Math.abs(before.y - line.y) > paragraphGap * Math.max(before.size, line.size)) flush();
      const level = levelOf(line);
      if (level === undefined) open.push(line);
      else {
        flush();
        writer.heading(level, textOf(line));
      }
    }
    flush();
  }
}
