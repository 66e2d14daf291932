import { cellsOf, type PdfLine } from './pdf-lines.ts';

/** In sizes of the text: a gap that parts columns for sure, and one that does where the lines around have columns. */
const sure = 1.6;
const possible = 0.45;
/** Rows that are this many sizes apart are of different tables. */
const farthest = 4;

export type Part =
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'line'; readonly line: PdfLine };

/** Neighbouring lines that all fall into columns, most of them surely, are a table; the others stay lines. */
export function partTables(lines: readonly PdfLine[]): Part[] {
  const parts: Part[] = [];
  let run: PdfLine[] = [];
  const close = () => {
    const certain = run.filter((line) => cellsOf(line, sure).length > 1).length;
    if (run.length > 1 && certain >= run.length / 2)
      parts.push({ kind: 'table', rows: run.map((line) => cellsOf(line, possible)) });
    else parts.push(...run.map((line): Part => ({ kind: 'line', line })));
    run = [];
  };
  for (const line of lines) {
    const before = run.at(-1);
    if (before && Math.abs(before.y - line.y) > farthest * Math.max(before.size, line.size)) close();
    if (cellsOf(line, possible).length > 1) run.push(line);
    else {
      close();
      parts.push({ kind: 'line', line });
    }
  }
  close();
  return parts;
}
