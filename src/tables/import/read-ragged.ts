import type { Session } from '../session.ts';
import type { Notice } from '../types.ts';
import { isRagged, longRecord } from './csv-failure.ts';
import { countRecords, csvRelation, type RecordCounts, withoutBlanks } from './csv-scan.ts';
import type { Layout } from './layout.ts';
import { lastLineCut, notice } from './notice.ts';
import { endsInLineEnd, type TextSource } from './text-source.ts';
import { tokenise } from './tokenise.ts';

interface LongRecords {
  readonly width: number;
  /** Line of the first, and its cells. */
  readonly line: number;
  /** The first that has something beyond the last column. */
  readonly offending: { readonly line: number; readonly cells: number } | undefined;
}

/** Records that are longer than the table is wide, from DuckDB's list of those it rejects. */
async function longRecords(session: Session, layout: Layout, path: string): Promise<LongRecords> {
  const from = csvRelation(layout, { path, width: layout.width, padded: true, rejects: true });
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

/** Records as a FROM item, counted. */
export interface CsvRecords extends RecordCounts {
  readonly from: string;
  readonly notices: readonly Notice[];
}

/** Reads records of unequal length: what a short one lacks is missing; a long one may only add empty cells. */
export async function readRagged(
  session: Session,
  source: TextSource,
  layout: Layout,
  path: string,
): Promise<CsvRecords> {
  const { width } = layout;
  const notices: Notice[] = [];
  let from = withoutBlanks(csvRelation(layout, { path, width, padded: true }), layout);
  let counts: RecordCounts;
  try {
    counts = await countRecords(session, from, width);
  } catch (error) {
    if (!isRagged(error)) throw error;
    const long = await longRecords(session, layout, path);
    if (long.offending) throw longRecord(source, layout, long.offending.line, long.offending.cells);
    const full = withoutBlanks(csvRelation(layout, { path, width: long.width, padded: true }), layout);
    const kept = Array.from({ length: width }, (_, index) => `c${index}`);
    from = `(SELECT ${kept.join(', ')} FROM ${full})`;
    counts = await countRecords(session, from, width);
    notices.push(
      notice(
        'long_rows',
        'Some records end in more delimiters than the table has columns; nothing stands between them.',
        '部分记录末尾的分隔符多于列数，其间没有内容。',
        { line: long.line + layout.first.line - 1 },
      ),
    );
  }
  // Only the last record is short, and no line end follows: nobody finished writing it.
  if (counts.short === 1 && counts.firstShort === counts.rows && !(await endsInLineEnd(path))) {
    notices.push(lastLineCut());
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
