import type { Session } from '../session.ts';
import { literal, pathLiteral } from '../sql.ts';
import type { Layout } from './layout.ts';
import { guessPlainColumns, type PlainColumns, widest } from './plain-columns.ts';

/** Stands for NULL, so that an empty cell is '' and only a cell that a short record lacks is NULL. */
const noNull = '\u0001\u0002';

export interface CsvScan {
  readonly path: string;
  readonly width: number;
  readonly padded: boolean;
  readonly rejects?: boolean;
}

/** FROM item that reads the records of a layout with every option stated. */
export function csvRelation(layout: Layout, { path, width, padded, rejects }: CsvScan): string {
  const { delimiter, quote, escape: escaper } = layout.dialect;
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`);
  const options = [
    'auto_detect = false',
    'header = false',
    `skip = ${layout.header ? 1 : 0}`,
    `delim = ${literal(delimiter ?? '\u001f')}`,
    `quote = ${literal(quote ?? '')}`,
    `escape = ${literal(escaper ?? '')}`,
    `columns = {${columns.join(', ')}}`,
    `nullstr = [${literal(noNull)}]`,
    'allow_quoted_nulls = false',
    "compression = 'none'",
    'max_line_size = 16777216',
    ...(padded ? ['null_padding = true', 'parallel = false'] : []),
    ...(rejects ? ['store_rejects = true', 'rejects_limit = 0'] : []),
  ];
  return `read_csv(${pathLiteral(path)}, ${options.join(', ')})`;
}

/** Blank lines, and what is left of a comment, in a scan where short records are padded. */
export function withoutBlanks(scan: string, layout: Layout): string {
  if (layout.width === 1) return scan;
  const comment = layout.comment === null ? '' : ` OR starts_with(ltrim(c0), ${literal(layout.comment)})`;
  return `(SELECT * FROM ${scan} WHERE NOT (c1 IS NULL AND (trim(c0) = ''${comment})))`;
}

export interface RecordCounts {
  readonly rows: number;
  /** Records that lack their last cell. */
  readonly short: number;
  readonly firstShort: number;
  /** Cells of the last column that hold something. */
  readonly last: number;
  readonly plain?: PlainColumns | undefined;
}

export async function countRecords(session: Session, from: string, width: number): Promise<RecordCounts> {
  const last = `c${width - 1}`;
  const guess = width > widest ? undefined : await guessPlainColumns(session, from, width);
  const counts = [
    'count(*)',
    `count(*) - count(${last})`,
    `count(*) FILTER (trim(${last}) <> '')`,
    ...(guess?.counts ?? []),
  ];
  const [row = []] = await session.all(`SELECT ${counts.join(', ')} FROM ${from}`);
  const [rows = 0, short = 0, filled = 0] = row.slice(0, 3).map((value) => Number(value ?? 0));
  const plain = guess?.decide(rows, row.slice(3));
  if (short === 0) return { rows, short, firstShort: 0, last: filled, plain };
  const [first = []] = await session.all(
    `SELECT min(n) FROM (SELECT ${last}, row_number() OVER () AS n FROM ${from}) WHERE ${last} IS NULL`,
  );
  return { rows, short, firstShort: Number(first[0] ?? 0), last: filled, plain };
}

/** FROM item that reads a file line by line: column `line`, NULL where it is blank. */
export function lineRelation(path: string): string {
  return (
    `read_csv(${pathLiteral(path)}, auto_detect = false, header = false, delim = ${literal('\u001f')}, ` +
    "quote = '', escape = '', columns = {'line': 'VARCHAR'}, compression = 'none', max_line_size = 16777216)"
  );
}
