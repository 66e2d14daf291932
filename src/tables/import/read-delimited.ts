import { createReadStream } from 'node:fs';
import type { Session } from '../session.ts';
import { literal, pathLiteral } from '../sql.ts';
import type { Notice, Reading } from '../types.ts';
import type { CellTable } from './cell-table.ts';
import { csvFailure, hasMixedLineEnds, isRagged, longRecord } from './csv-failure.ts';
import type { Layout } from './layout.ts';
import { notice } from './notice.ts';
import { copyText, type TextSource } from './text-source.ts';
import { tokenise } from './tokenise.ts';

/** Stands for NULL, so that an empty cell is '' and only a cell that a short record lacks is NULL. */
const noNull = '\u0001\u0002';

interface Scan {
  readonly path: string;
  readonly width: number;
  readonly padded: boolean;
  readonly rejects?: boolean;
}

function relation(layout: Layout, { path, width, padded, rejects }: Scan): string {
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
function withoutBlanks(scan: string, layout: Layout): string {
  if (layout.width === 1) return scan;
  const comment = layout.comment === null ? '' : ` OR starts_with(ltrim(c0), ${literal(layout.comment)})`;
  return `(SELECT * FROM ${scan} WHERE NOT (c1 IS NULL AND (trim(c0) = ''${comment})))`;
}

interface Counts {
  readonly rows: number;
  /** Records that lack their last cell. */
  readonly short: number;
  readonly firstShort: number;
  /** Cells of the last column that hold something. */
  readonly last: number;
}

async function count(session: Session, from: string, width: number): Promise<Counts> {
  const last = `c${width - 1}`;
  const [row = []] = await session.all(
    `SELECT count(*), count(*) FILTER (${last} IS NULL), min(n) FILTER (${last} IS NULL), ` +
      `count(*) FILTER (trim(${last}) <> '') FROM (SELECT ${last}, row_number() OVER () AS n FROM ${from})`,
  );
  const [rows, short, firstShort, filled] = row.map((value) => Number(value ?? 0));
  return { rows: rows ?? 0, short: short ?? 0, firstShort: firstShort ?? 0, last: filled ?? 0 };
}

interface LongRecords {
  readonly width: number;
  /** Line of the first, and its cells. */
  readonly line: number;
  /** The first that has something beyond the last column. */
  readonly offending: { readonly line: number; readonly cells: number } | undefined;
}

/** Records that are longer than the table is wide, from DuckDB's list of those it rejects. */
async function longRecords(session: Session, layout: Layout, path: string): Promise<LongRecords> {
  const from = relation(layout, { path, width: layout.width, padded: true, rejects: true });
  await session.all(`SELECT count(*), count(c${layout.width - 1}) FROM ${from}`);
  const rows = await session.all('SELECT line, csv_line FROM reject_errors ORDER BY line LIMIT 100000');
  await session.all('DROP TABLE reject_errors');
  await session.all('DROP TABLE reject_scans');
  let width = layout.width;
  for (const [line, text] of rows) {
    const [record] = tokenise(String(text).replace(/^[\r\n]+/, ''), layout.dialect, true, 1);
    const cells = record?.cells ?? [];
    if (cells.slice(layout.width).some((cell) => cell.trim() !== '')) {
      return { width, line: Number(line), offending: { line: Number(line), cells: cells.length } };
    }
    width = Math.max(width, cells.length);
  }
  return { width, line: Number(rows[0]?.[0] ?? 0), offending: undefined };
}

interface Read extends Counts {
  readonly from: string;
  readonly notices: readonly Notice[];
}

/** Reads records of unequal length: what a short one lacks is missing; a long one may only add empty cells. */
async function readRagged(session: Session, source: TextSource, layout: Layout, path: string): Promise<Read> {
  const { width } = layout;
  const notices: Notice[] = [];
  let from = withoutBlanks(relation(layout, { path, width, padded: true }), layout);
  let counts: Counts;
  try {
    counts = await count(session, from, width);
  } catch (error) {
    if (!isRagged(error)) throw error;
    const long = await longRecords(session, layout, path);
    if (long.offending) throw longRecord(source, layout, long.offending.line, long.offending.cells);
    const full = withoutBlanks(relation(layout, { path, width: long.width, padded: true }), layout);
    const kept = Array.from({ length: width }, (_, index) => `c${index}`);
    from = `(SELECT ${kept.join(', ')} FROM ${full})`;
    counts = await count(session, from, width);
    notices.push(
      notice(
        'long_rows',
        'Some records end in more delimiters than the table has columns; nothing stands between them.',
        '部分记录末尾的分隔符多于列数，其间没有内容。',
        { line: long.line + layout.first.line - 1 },
      ),
    );
  }
  if (counts.short > 0) {
    notices.push(
      notice(
        'short_rows',
        `${counts.short} of ${counts.rows} records have fewer than ${width} cells, record ${counts.firstShort} first: ` +
          'what they lack at the end is missing.',
        `${counts.rows} 条记录中有 ${counts.short} 条少于 ${width} 个单元格（最先为第 ${counts.firstShort} 条），末尾缺少的部分按缺失处理。`,
      ),
    );
  }
  return { ...counts, from, notices };
}

async function readRecords(
  session: Session,
  source: TextSource,
  layout: Layout,
  path: string,
): Promise<Read> {
  const from = relation(layout, { path, width: layout.width, padded: false });
  try {
    return { ...(await count(session, from, layout.width)), from, notices: [] };
  } catch (error) {
    if (!isRagged(error)) throw error;
    return readRagged(session, source, layout, path);
  }
}

/** Whether a blank line may stand in the file: the search is for bytes, so one inside quotes counts too. */
async function mayHoldBlankLines(path: string): Promise<boolean> {
  let tail = '';
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, encoding: 'latin1' })) {
    const text = tail + String(chunk);
    if (text.includes('\n\n') || text.includes('\n\r\n') || text.includes('\r\r')) return true;
    tail = text.slice(-2);
  }
  return false;
}

/** Blank lines before the last record; none are told of where cells hold line ends, since then they cannot be counted so. */
async function blankLines(session: Session, layout: Layout, path: string, rows: number): Promise<Notice[]> {
  if (!(await mayHoldBlankLines(path))) return [];
  const lines =
    `read_csv(${pathLiteral(path)}, auto_detect = false, header = false, delim = ${literal('\u001f')}, ` +
    `quote = '', escape = '', columns = {'line': 'VARCHAR'}, compression = 'none', max_line_size = 16777216)`;
  const sql =
    `SELECT count(*) FILTER (full_line), max(n) FILTER (full_line), min(n) FILTER (NOT full_line) FROM ` +
    `(SELECT coalesce(trim(line), '') <> '' AS full_line, row_number() OVER () AS n FROM ${lines})`;
  const [row = []] = await session.all(sql).catch((error: unknown) => {
    // Line ends inside quotes that are not those of the file: its lines are not its records either.
    if (hasMixedLineEnds(error)) return [];
    throw error;
  });
  const [filled = 0, last = 0, first = 0] = row.map((value) => Number(value ?? 0));
  const blank = last - filled;
  if (filled !== rows + (layout.header ? 1 : 0) || blank <= 0) return [];
  return [
    notice(
      'blank_rows_skipped',
      `${blank} blank line${blank > 1 ? 's' : ''} between the records ${blank > 1 ? 'were' : 'was'} left out.`,
      `记录之间的 ${blank} 个空行未读入。`,
      { line: first + layout.first.line - 1 },
    ),
  ];
}

function emptyColumn(layout: Layout, counts: Counts): boolean {
  if (layout.width < 2 || counts.rows === 0 || counts.last > 0) return false;
  return (layout.names[layout.width - 1] ?? '').trim() === '';
}

/**
 * A delimited text as a table of texts. DuckDB reads it with a stated dialect; nothing is left to its guesses.
 * Errors: `unreadable_file` with the line.
 */
export async function readDelimited(
  session: Session,
  source: TextSource,
  layout: Layout,
  work: string,
): Promise<CellTable> {
  const above = layout.first.start > 0;
  let path = above ? await copyText(source, work, layout.first.start, 'keep') : source.path;
  const notices: Notice[] = [...layout.notices];
  let read: Read;
  try {
    read = await readRecords(session, source, layout, path);
  } catch (error) {
    if (!hasMixedLineEnds(error)) throw csvFailure(error, source, layout);
    path = await copyText(source, work, layout.first.start, 'normalise');
    notices.push(
      notice(
        'line_ends',
        'The file mixes line ends; all were read as line feeds, those inside cells too.',
        '文件混用多种换行符，均按换行符 LF 读取，单元格内的也一样。',
      ),
    );
    read = await readRecords(session, source, layout, path).catch((again: unknown): never => {
      throw csvFailure(again, source, layout);
    });
  }
  notices.push(...read.notices, ...(await blankLines(session, layout, path, read.rows)));
  const isDropped = emptyColumn(layout, read);
  if (isDropped) {
    notices.push(
      notice(
        'empty_column',
        `Every line ends in a delimiter: the nameless empty column ${layout.width} was left out.`,
        `每行都以分隔符结尾：无名称的空列（第 ${layout.width} 列）未读入。`,
      ),
    );
  }
  const { delimiter, quote, escape: escaper } = layout.dialect;
  const reading: Reading = {
    format: 'delimited',
    encoding: source.encoding.label,
    byteOrderMark: source.encoding.mark > 0,
    delimiter,
    quote,
    escape: escaper,
    headerLine: layout.header?.line ?? null,
    firstLine: layout.sample[0]?.line ?? (layout.header?.line ?? 0) + 1,
    comment: layout.comment,
    trimmed: layout.trimmed,
  };
  return {
    relation: read.from,
    names: isDropped ? layout.names.slice(0, -1) : layout.names,
    typed: false,
    decimalComma: delimiter !== ',',
    reading,
    notices,
  };
}
