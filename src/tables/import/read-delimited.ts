import type { Session } from '../session.ts';
import type { Notice, Reading } from '../types.ts';
import { blankLines } from './blank-lines.ts';
import type { CellTable } from './cell-table.ts';
import { csvFailure, hasMixedLineEnds, isRagged } from './csv-failure.ts';
import { countRecords, csvRelation, type RecordCounts } from './csv-scan.ts';
import type { Layout } from './layout.ts';
import { notice } from './notice.ts';
import { type CsvRecords, readRagged } from './read-ragged.ts';
import { copyText, type TextSource } from './text-source.ts';

async function readRecords(
  session: Session,
  source: TextSource,
  layout: Layout,
  path: string,
): Promise<CsvRecords> {
  const from = csvRelation(layout, { path, width: layout.width, padded: false });
  try {
    return { ...(await countRecords(session, from, layout.width)), from, notices: [] };
  } catch (error) {
    if (!isRagged(error)) throw error;
    return readRagged(session, source, layout, path);
  }
}

function emptyColumn(layout: Layout, counts: RecordCounts): boolean {
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
  let read: CsvRecords;
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
    plain: read.plain,
    reading,
    notices,
  };
}
