import { ZhujiError } from '../../workspace/index.ts';
import { type Complaint, firstLine, refuse } from './failures.ts';
import type { Layout } from './layout.ts';
import type { TextSource } from './text-source.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

export const isRagged = (error: unknown): boolean => /Expected Number of Columns/.test(messageOf(error));
export const hasMixedLineEnds = (error: unknown): boolean =>
  /reached an invalid state/.test(messageOf(error));

/** The error for a record that has more cells than the table has columns. `line` counts from the header on. */
export function longRecord(source: TextSource, layout: Layout, line: number, cells: number): Error {
  return refuse('unreadable_file', source.file, {
    en: `this record has ${cells} cells, the table ${layout.width} columns`,
    zh: `该记录有 ${cells} 个单元格，而表格有 ${layout.width} 列`,
    recovery: {
      en: 'Put cells that hold the delimiter into quotes, or correct the header.',
      zh: '请给含有分隔符的单元格加引号，或更正表头。',
    },
    line: line + layout.first.line - 1,
  });
}

function complaint(message: string, layout: Layout): Complaint {
  if (/unterminated quote/.test(message)) {
    const quote = layout.dialect.quote ?? '"';
    return {
      en: `a cell begins with ${quote} here, and no lone ${quote} before a delimiter or line end closes it`,
      zh: `此处单元格以 ${quote} 开头，但没有在分隔符或行尾之前用 ${quote} 结束`,
      recovery: {
        en: `Close the quote; write a quote inside quotes as ${quote}${quote}, everywhere the same way.`,
        zh: `请补上引号；引号内的引号应统一写作 ${quote}${quote}。`,
      },
    };
  }
  if (/Maximum line size/.test(message)) {
    return {
      en: 'a record is longer than 16 MiB',
      zh: '某条记录超过 16 MiB',
      recovery: {
        en: 'Check that quotes are closed; split the file.',
        zh: '请检查引号是否闭合，或拆分文件。',
      },
    };
  }
  return {
    en: `it cannot be read as delimited text: ${firstLine(message)}`,
    zh: `无法按分隔文本读取：${firstLine(message)}`,
    recovery: { en: 'Correct the file at that place.', zh: '请更正该处内容。' },
  };
}

/** The error for what DuckDB says of a delimited file. */
export function csvFailure(error: unknown, source: TextSource, layout: Layout): Error {
  if (ZhujiError.is(error)) return error;
  const message = messageOf(error);
  const line = /CSV Error on Line: (\d+)/.exec(message)?.[1];
  return refuse(/Maximum line size/.test(message) ? 'too_large' : 'unreadable_file', source.file, {
    ...complaint(message, layout),
    line: line === undefined ? undefined : Number(line) + layout.first.line - 1,
    cause: error,
  });
}
