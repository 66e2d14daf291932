import type { Notice, Reading } from '../types.ts';
import { commonWidth, type DetectedDialect, detectDialect } from './detect-dialect.ts';
import { hasHeader } from './detect-header.ts';
import { notice } from './notice.ts';
import type { TextSource } from './text-source.ts';
import { isBlank, type RawRecord, tokenise } from './tokenise.ts';

/** Where the records of a delimited text begin, and how they are written. */
export interface Layout {
  readonly dialect: DetectedDialect;
  readonly width: number;
  readonly names: readonly string[];
  readonly header: RawRecord | undefined;
  /** The header, or the first record where there is none. */
  readonly first: RawRecord;
  readonly comment: string | null;
  readonly trimmed: boolean;
  /** Records after the header, as far as the beginning of the text goes. */
  readonly sample: readonly RawRecord[];
  readonly notices: readonly Notice[];
}

const commentMark = /^\s*(#|%|\/\/)/;

export const commentOf = (record: Pick<RawRecord, 'cells' | 'quoted'>): string | undefined =>
  record.quoted[0] ? undefined : commentMark.exec(record.cells[0] ?? '')?.[1];

/** Every delimiter is followed by a blank: then blanks before a value are layout. */
function isTrimmed(records: readonly RawRecord[]): boolean {
  let spaced = 0;
  for (const { cells, quoted } of records) {
    for (const [index, cell] of cells.entries()) {
      if (index === 0 || quoted[index] || cell === '') continue;
      if (!cell.startsWith(' ')) return false;
      spaced += 1;
    }
  }
  return spaced > 1;
}

interface Start {
  readonly records: readonly RawRecord[];
  readonly comment: string | null;
  /** The header stands behind a comment mark, as in `# time, temperature`. */
  readonly marked: boolean;
}

/** Leaves out comment lines and the lines of a title block above the table. */
function start(records: readonly RawRecord[]): Start {
  const plain = records.filter((one) => commentOf(one) === undefined);
  const { width } = commonWidth(plain.length > 0 ? plain : records);
  let comment: string | null = null;
  let at = 0;
  for (; at < records.length - 1; at += 1) {
    const record = records[at];
    if (!record) break;
    const mark = commentOf(record);
    const columns = record.cells.length;
    if (mark !== undefined && (columns !== width || width === 1) && plain.length > 0) comment = mark;
    else if (columns > width / 2) break;
  }
  const rest = records.slice(at);
  const mark = rest[0] && rest.length > 1 ? commentOf(rest[0]) : undefined;
  return { records: rest, comment: mark ?? comment, marked: mark !== undefined };
}

const unmark = (record: RawRecord): RawRecord => ({
  ...record,
  cells: record.cells.map((cell, index) => (index === 0 ? cell.replace(commentMark, '') : cell)),
});

/** Looks at the beginning of a text; undefined where it has no line that is not blank. */
export function detectLayout(source: TextSource, given: Partial<Reading>): Layout | undefined {
  const { head, whole } = source;
  const dialect = detectDialect(head, whole, {
    ...(given.delimiter === undefined ? {} : { delimiter: given.delimiter }),
    ...(given.quote === undefined ? {} : { quote: given.quote }),
    ...(given.escape === undefined ? {} : { escape: given.escape }),
  });
  let all = tokenise(head, dialect, whole).filter((one) => !isBlank(one));
  // A beginning that is one cut record: the table is wider than what is looked at.
  if (all.length === 0 && !whole) all = tokenise(head, dialect, true).filter((one) => !isBlank(one));
  const stated = given.headerLine ?? given.firstLine;
  const found = start(stated === undefined ? all : all.filter((one) => one.line >= stated));
  const { comment } = found;
  const top = found.records[0];
  if (!top) return undefined;
  const records = [found.marked ? unmark(top) : top, ...found.records.slice(1)];
  const headed =
    given.headerLine === undefined ? hasHeader(records.map((one) => one.cells)) : given.headerLine !== null;
  const [first = top, ...below] = found.marked && !headed ? found.records : records;
  const sample = headed ? below : [first, ...below];
  const width = headed ? first.cells.length : commonWidth(sample).width;
  const notices: Notice[] = [];
  if (first.line > 1 && head.slice(0, first.start).trim() !== '') {
    const lines = first.line - 1;
    notices.push(
      notice(
        'lines_skipped',
        `${lines} line${lines > 1 ? 's' : ''} above the table ${lines > 1 ? 'were' : 'was'} left out.`,
        `表格上方的前 ${lines} 行未读入。`,
        { line: 1 },
      ),
    );
  }
  if (!headed) {
    notices.push(
      notice(
        'no_header',
        'The file has no header: the columns are called column_1, column_2 and so on.',
        '文件没有表头：各列命名为 column_1、column_2 等。',
        { line: first.line },
      ),
    );
  }
  return {
    dialect,
    width,
    names: headed ? first.cells : Array.from({ length: width }, () => ''),
    header: headed ? first : undefined,
    first,
    comment,
    trimmed: isTrimmed(records),
    sample,
    notices,
  };
}
