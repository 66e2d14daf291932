import { withoutRadicals } from '../analysis/radicals.ts';

/** A piece of text as a PDF page places it; lengths in points. */
export interface PlacedText {
  readonly str: string;
  /** Of the six numbers the last two say where it begins. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface PdfLine {
  readonly pieces: readonly Piece[];
  readonly size: number;
  /** Of the base line, from the bottom of the page. */
  readonly y: number;
}

interface Piece {
  readonly text: string;
  /** To the piece before, in sizes of the text. */
  readonly gap: number;
}

/** Radicals, compatibility ideographs and ligatures as ordinary characters; all else as it is. */
const readable = (text: string): string =>
  withoutRadicals(text.replace(/[\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (one) => one.normalize('NFKC')));

/** Lines in the order in which the page writes them. */
export function pdfLines(items: readonly PlacedText[]): PdfLine[] {
  const lines: { pieces: Piece[]; size: number; y: number }[] = [];
  let right = 0;
  for (const { str, transform, width, height } of items) {
    const [, , c = 0, d = 0, x = 0, y = 0] = transform;
    if (str.trim() === '') continue;
    const text = readable(str);
    const size = Math.hypot(c, d) || height || 10;
    const last = lines.at(-1);
    const goesOn = last && Math.abs(last.y - y) <= 0.5 * Math.max(size, last.size) && x >= right - 3 * size;
    if (goesOn) {
      last.pieces.push({ text, gap: (x - right) / size });
      last.size = Math.max(last.size, size);
    } else lines.push({ pieces: [{ text, gap: 0 }], size, y });
    right = x + width;
  }
  return lines;
}

/** In sizes of the text, the least that is a blank between words of Latin letters. */
const blank = 0.2;
const isWide = (text: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(text);

/** The line's text in parts, parted where a gap is at least `gap` sizes wide. */
export function cellsOf({ pieces }: PdfLine, gap: number): string[] {
  const cells: string[] = [];
  for (const piece of pieces) {
    const before = cells.at(-1);
    if (before === undefined || piece.gap >= gap) {
      cells.push(piece.text);
      continue;
    }
    const spaced =
      piece.gap > blank && !(isWide(before) && isWide(piece.text[0] ?? '')) && !/\s$/.test(before);
    cells[cells.length - 1] = before + (spaced ? ' ' : '') + piece.text;
  }
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '');
}
