import { extname } from 'node:path';
import type { Session } from '../session.ts';
import type { Notice, Reading } from '../types.ts';
import { cellShape } from './cell-shape.ts';
import type { CellTable } from './cell-table.ts';
import { refuse } from './failures.ts';
import { detectLayout, type Layout } from './layout.ts';
import { lastLineCut, notice } from './notice.ts';
import { detectBlankSeparated, readBlankSeparated } from './read-blank-separated.ts';
import { readDelimited } from './read-delimited.ts';
import type { MixedLines, TextSource } from './text-source.ts';

const mostColumns = 20_000;

function empty(file: string): Error {
  return refuse('unreadable_file', file, {
    en: 'the file is empty',
    zh: '文件是空的',
    recovery: { en: 'Give a file with a header or records.', zh: '请提供含有表头或记录的文件。' },
  });
}

/** Running text is no table: a file that is not named as one must look like one. */
function isTable(source: TextSource, layout: Layout): boolean {
  if (/^\.(csv|tsv|tab|psv|ssv|scsv)$/i.test(extname(source.file))) return true;
  if (layout.dialect.delimiter !== null) return layout.dialect.score >= 0.3;
  return layout.sample.length > 0 && layout.sample.every(({ cells }) => cellShape(cells[0] ?? '') !== 'text');
}

/** What to know of lines that are not in the encoding of the others. */
function mixedNotices({ gb18030, damaged, line, cut }: MixedLines): readonly Notice[] {
  const where = line === undefined ? {} : { line };
  const notices: Notice[] = [];
  if (gb18030 + damaged > 0) {
    const lost = damaged > 0 ? `; ${damaged} hold bytes of neither, which were replaced by \ufffd` : '';
    const replaced = damaged > 0 ? `；${damaged} 行含两者都不是的字节，已用 \ufffd 代替` : '';
    notices.push(
      notice(
        'mixed_encoding',
        `The file mixes encodings: ${gb18030} lines were read as GB18030 among lines in UTF-8${lost}. The first is line ${line}.`,
        `文件混用编码：UTF-8 文本中有 ${gb18030} 行按 GB18030 读取${replaced}。最先为第 ${line} 行。`,
        where,
      ),
    );
  }
  if (cut) notices.push(lastLineCut());
  return notices;
}

/** The one table of a text file: delimited, or values between blanks. */
export async function readText(
  session: Session,
  source: TextSource,
  work: string,
  given: Partial<Reading>,
): Promise<CellTable> {
  if (source.head.trim() === '') throw empty(source.file);
  const table = await readAs(session, source, work, given);
  const { label } = source.encoding;
  if (label === 'utf-8') return table;
  if (source.mixed) return { ...table, notices: [...mixedNotices(source.mixed), ...table.notices] };
  const note = notice(
    'encoding',
    `The text was read as ${label.toUpperCase()}.`,
    `文本按 ${label.toUpperCase()} 编码读取。`,
  );
  return { ...table, notices: [note, ...table.notices] };
}

async function readAs(
  session: Session,
  source: TextSource,
  work: string,
  given: Partial<Reading>,
): Promise<CellTable> {
  const blank = given.format === 'delimited' ? undefined : detectBlankSeparated(source, given);
  const layout = detectLayout(source, given);
  if (!layout) throw empty(source.file);
  const isNamedTable = /^\.(csv|tsv|tab|psv)$/i.test(extname(source.file));
  const tabbed = layout.dialect.delimiter === '\t' && layout.dialect.score > 0.3;
  if (blank && !tabbed && (given.format || blank.width > 2 || !isNamedTable)) {
    return readBlankSeparated(session, source, blank, work);
  }
  if (!isTable(source, layout)) {
    throw refuse('unsupported_format', source.file, {
      en: 'the text holds no table: no delimiter divides its lines alike',
      zh: '文本中没有表格：没有一种分隔符能把各行分成相同的列',
      recovery: {
        en: 'Add it as a document, or name a delimited file .csv.',
        zh: '请作为文档添加；若为分隔文本，请以 .csv 命名。',
      },
    });
  }
  if (layout.width > mostColumns) {
    throw refuse('too_large', source.file, {
      en: `the table has ${layout.width} columns, more than ${mostColumns}`,
      zh: `该表有 ${layout.width} 列，超过 ${mostColumns} 列`,
      recovery: { en: 'Turn the table round, or split it.', zh: '请转置或拆分该表。' },
    });
  }
  return readDelimited(session, source, layout, work);
}
