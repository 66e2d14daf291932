import type { Session } from '../session.ts';
import type { Notice, Reading } from '../types.ts';
import { cellShape } from './cell-shape.ts';
import type { CellTable } from './cell-table.ts';
import { hasMixedLineEnds } from './csv-failure.ts';
import { lineRelation } from './csv-scan.ts';
import { hasHeader } from './detect-header.ts';
import { refuse } from './failures.ts';
import { notice } from './notice.ts';
import { copyText, type TextSource } from './text-source.ts';

export interface BlankLayout {
  readonly width: number;
  /** 1-based line of the header; `null` where there is none. */
  readonly headerLine: number | null;
  readonly firstLine: number;
  readonly names: readonly string[];
}

const isComment = (line: string): boolean => /^\s*(#|%|\/\/)/.test(line);
const isValue = (cell: string): boolean =>
  !cell.endsWith(',') && ['number', 'date', 'time', 'empty'].includes(cellShape(cell));

/** The layout of values between blanks, where nearly every cell below the first line is a number, date or time. */
export function detectBlankSeparated(source: TextSource, given: Partial<Reading>): BlankLayout | undefined {
  const lines = source.head.split(/\r\n?|\n/);
  if (!source.whole) lines.pop();
  const all = lines
    .map((text, index) => ({ line: index + 1, text, cells: text.trim().split(/\s+/) }))
    .filter(({ text }) => text.trim() !== '' && !isComment(text))
    .slice(0, 1000);
  const [first, ...others] = all;
  const below = others.length > 0 ? others : all;
  const width = below[0]?.cells.length ?? 0;
  if (!first || width < 2) return undefined;
  if (!given.format && !below.every(({ cells }) => cells.length === width && cells.every(isValue)))
    return undefined;
  const headed =
    first.cells.length === width &&
    (given.headerLine === undefined ? hasHeader(all.map(({ cells }) => cells)) : given.headerLine !== null);
  if (first.cells.length !== width && others.length > 0 && !given.format) return undefined;
  return {
    width,
    headerLine: headed ? first.line : null,
    firstLine: (headed ? others[0] : first)?.line ?? first.line + 1,
    names: headed ? first.cells : Array.from({ length: width }, () => ''),
  };
}

/** A text of values between blanks as a table of texts. Every line must have as many; errors: `unreadable_file`. */
export async function readBlankSeparated(
  session: Session,
  source: TextSource,
  layout: BlankLayout,
  work: string,
): Promise<CellTable> {
  return readLines(session, source, layout, source.path).catch(async (error: unknown) => {
    if (!hasMixedLineEnds(error)) throw error;
    return readLines(session, source, layout, await copyText(source, work, 0, 'normalise'));
  });
}

async function readLines(
  session: Session,
  source: TextSource,
  layout: BlankLayout,
  path: string,
): Promise<CellTable> {
  const { width } = layout;
  const skipped = layout.headerLine ?? 0;
  const records =
    `(SELECT string_split_regex(trim(line, ' ' || chr(9) || chr(13)), '\\s+') AS cells, n FROM ` +
    `(SELECT line, row_number() OVER () AS n FROM ${lineRelation(path)}) ` +
    `WHERE n > ${skipped} AND trim(coalesce(line, ''), ' ' || chr(9) || chr(13)) <> '' ` +
    `AND NOT regexp_matches(line, '^\\s*(#|%|//)'))`;
  const [odd] = await session.all(
    `SELECT min(n), arg_min(len(cells), n) FROM ${records} WHERE len(cells) <> ${width}`,
  );
  if (odd?.[0] != null) {
    throw refuse('unreadable_file', source.file, {
      en: `this line has ${String(odd[1])} values, the lines before it ${width}`,
      zh: `该行有 ${String(odd[1])} 个值，而前面各行有 ${width} 个`,
      recovery: {
        en: 'Write a mark such as NA where a value is missing.',
        zh: '请在缺少值的位置写入 NA 等标记。',
      },
      line: Number(odd[0]),
    });
  }
  const columns = Array.from({ length: width }, (_, index) => `cells[${index + 1}] AS c${index}`);
  const notices: Notice[] = [];
  if (layout.headerLine === null) {
    notices.push(
      notice(
        'no_header',
        'The file has no header: the columns are called column_1, column_2 and so on.',
        '文件没有表头：各列命名为 column_1、column_2 等。',
        { line: layout.firstLine },
      ),
    );
  }
  const before = (layout.headerLine ?? layout.firstLine) - 1;
  if (before > 0) {
    notices.push(
      notice('lines_skipped', `The first ${before} lines were left out.`, `前 ${before} 行未读入。`, {
        line: 1,
      }),
    );
  }
  return {
    relation: `(SELECT ${columns.join(', ')} FROM ${records})`,
    names: layout.names,
    typed: false,
    decimalComma: true,
    reading: {
      format: 'blank-separated',
      encoding: source.encoding.label,
      byteOrderMark: source.encoding.mark > 0,
      headerLine: layout.headerLine,
      firstLine: layout.firstLine,
    },
    notices,
  };
}
