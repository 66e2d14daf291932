export type BenchCell = string | number | boolean | null;

/** A table of results; numbers are printed to four significant digits and kept whole in the JSON. */
export interface BenchTable {
  readonly name: string;
  /** What the reader must know to read it. */
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly BenchCell[])[];
}

function cellText(cell: BenchCell | undefined): string {
  if (cell === null || cell === undefined) return '–';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(4))) : String(cell);
}

/** Columns of numbers stand to the right. */
export function textTable({ name, note, columns, rows }: BenchTable): string {
  const texts = rows.map((row) => columns.map((_, place) => cellText(row[place])));
  const widths = columns.map((title, place) =>
    Math.max(title.length, ...texts.map((row) => row[place]?.length ?? 0)),
  );
  const isNumber = columns.map((_, place) =>
    rows.every((row) => typeof row[place] !== 'string' && typeof row[place] !== 'boolean'),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => {
        const width = widths[place] ?? 0;
        return isNumber[place] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [name, ...(note ? [note] : []), '', line(columns), rule, ...texts.map(line), ''].join('\n');
}
