import { cellShape } from './cell-shape.ts';
import { type Dialect, isBlank, type RawRecord, tokenise } from './tokenise.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/** The most frequent width, and the share of records that have it. */
export function commonWidth(records: readonly RawRecord[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width, count] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { width, share: records.length === 0 ? 0 : count / records.length };
}

function isClean(cell: string, quoted: boolean, delimiter: string): boolean {
  if (quoted || cellShape(cell) !== 'text') return true;
  // A comma with a blank after it is prose.
  return !delimiters.some((other) => other !== delimiter && cell.replaceAll(', ', ' ').includes(other));
}

/**
 * How well a dialect explains a text: few widths, many columns, cells that are numbers, dates or plain words.
 * After G. van den Burg, A. Nazábal, C. Sutton, "Wrangling messy CSV files by detecting row and type patterns", 2019.
 */
function score(records: readonly RawRecord[], delimiter: string): number {
  const { width, share } = commonWidth(records);
  if (width < 2) return 0;
  let clean = 0;
  let cells = 0;
  for (const record of records.slice(0, 200)) {
    for (const [index, cell] of record.cells.entries()) {
      cells += 1;
      if (!record.malformed && isClean(cell, record.quoted[index] ?? false, delimiter)) clean += 1;
    }
  }
  return share * (1 - 1 / width) * (clean / cells) ** 2;
}

export interface DetectedDialect extends Dialect {
  /** From 0 to 1; 0 for a single column. */
  readonly score: number;
}

/** The dialect that explains the beginning of a text best; a delimiter of `null` where none gives two columns. */
export function detectDialect(text: string, whole: boolean, given: Partial<Dialect> = {}): DetectedDialect {
  const quotes = given.quote !== undefined ? [given.quote] : text.includes("'") ? ['"', "'"] : ['"'];
  const tried = given.delimiter === undefined ? delimiters : [given.delimiter];
  let best: DetectedDialect = { delimiter: null, quote: '"', escape: '"', score: 0 };
  for (const quote of quotes) {
    const escapes =
      given.escape !== undefined
        ? [given.escape]
        : quote && text.includes(`\\${quote}`)
          ? [quote, '\\']
          : [quote];
    for (const escaper of escapes) {
      for (const delimiter of tried) {
        const records = tokenise(text, { delimiter, quote, escape: escaper }, whole, 500).filter(
          (one) => !isBlank(one),
        );
        const used = quote === '"' || records.some((one) => one.quoted.includes(true));
        const broken = records.filter((one) => one.malformed).length / Math.max(1, records.length);
        const found = delimiter === null ? 0.01 : score(records, delimiter);
        // An apostrophe is a quote only where cells begin and end with it.
        const value = used ? found * (1 - broken) * (quote === '"' ? 1 : quoteBonus(records)) : 0;
        if (value > best.score + 1e-9) best = { delimiter, quote, escape: escaper, score: value };
      }
    }
  }
  return best;
}

function quoteBonus(records: readonly RawRecord[]): number {
  const quoted = records.reduce((sum, one) => sum + one.quoted.filter(Boolean).length, 0);
  return records.some((one) => one.malformed) || quoted === 0 ? 0 : 1.001;
}
