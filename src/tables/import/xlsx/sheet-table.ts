import { commonWidth } from '../detect-dialect.ts';
import { hasHeader } from '../detect-header.ts';

export type SheetCell = string | number | boolean | Date | null;

export interface SheetTable {
  readonly names: readonly string[];
  /** 1-based row of the header; `null` where there is none. */
  readonly headerLine: number | null;
  readonly firstLine: number;
  /** Records of JSON values. */
  readonly records: readonly (readonly (string | number | boolean | null)[])[];
  readonly skippedAbove: number;
  readonly blankRows: number;
}

const isEmpty = (cell: SheetCell | undefined): boolean =>
  cell == null || (typeof cell === 'string' && cell.trim() === '');

/** Excel's day zero: a time without a date. */
const isTime = (date: Date): boolean => date.getTime() < Date.UTC(1900, 0, 2);
const isMidnight = (date: Date): boolean => date.getTime() % 86_400_000 === 0;

/** Excel counts days in floating point: what is within a millisecond of a full second is that second. */
function rounded(date: Date): Date {
  const seconds = Math.round(date.getTime() / 1000) * 1000;
  return Math.abs(date.getTime() - seconds) <= 1 ? new Date(seconds) : date;
}

const isoOf = (date: Date): string => date.toISOString().replace(/(\.000)?Z$/, '');

/** How the dates of a column are written: as days where all are midnight, as times where none has a date. */
function dateText(dates: readonly Date[]): (date: Date) => string {
  if (dates.every(isTime)) return (date) => isoOf(date).slice(11);
  if (dates.every(isMidnight)) return (date) => isoOf(date).slice(0, 10);
  return isoOf;
}

function shown(cell: SheetCell): string {
  if (cell instanceof Date) return isoOf(cell);
  return cell === null ? '' : String(cell);
}

/** The table of a sheet: blank rows and columns around it left out, a title above it too. Undefined where there is none. */
export function sheetTable(
  data: readonly (readonly SheetCell[])[],
  stated?: number | null,
): SheetTable | undefined {
  const rows = data
    .map((cells, index) => ({
      line: index + 1,
      cells: cells.map((cell) => (cell instanceof Date ? rounded(cell) : cell)),
    }))
    .filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
  const filled = rows.map(({ line, cells }) => ({
    line,
    cells: cells.filter((cell) => !isEmpty(cell)).map(shown),
  }));
  const { width } = commonWidth(
    filled
      .slice(0, 1000)
      .map(({ cells }) => ({ cells, quoted: [], line: 0, start: 0, end: 0, malformed: false })),
  );
  let above = filled.findIndex(({ cells }) => cells.length > width / 2);
  if (typeof stated === 'number') above = rows.findIndex(({ line }) => line >= stated);
  const table = rows.slice(Math.max(above, 0));
  const first = table[0];
  if (!first || rows.length === 0) return undefined;
  const columns = Math.max(...table.map(({ cells }) => cells.length));
  const used = Array.from({ length: columns }, (_, index) => index).filter((index) =>
    table.some(({ cells }) => !isEmpty(cells[index])),
  );
  const texts = table.slice(0, 500).map(({ cells }) => used.map((index) => shown(cells[index] ?? null)));
  const headed = stated === undefined ? hasHeader(texts) : stated !== null;
  const body = headed ? table.slice(1) : table;
  if (body.length === 0 && used.length < 2) return undefined;
  const writers = used.map((index) =>
    dateText(body.flatMap(({ cells }) => (cells[index] instanceof Date ? [cells[index]] : []))),
  );
  const last = table.at(-1)?.line ?? 0;
  return {
    names: headed ? (texts[0] ?? []) : used.map(() => ''),
    headerLine: headed ? first.line : null,
    firstLine: body[0]?.line ?? first.line + 1,
    records: body.map(({ cells }) =>
      used.map((index, place) => {
        const cell = cells[index] ?? null;
        return cell instanceof Date ? (writers[place] ?? isoOf)(cell) : cell;
      }),
    ),
    skippedAbove: Math.max(above, 0),
    blankRows: last - first.line + 1 - table.length,
  };
}
