import { ZhujiError } from '../../../workspace/index.ts';
import { type Complaint, firstLine, refuse } from '../failures.ts';
import { largestRecord } from './json-relation.ts';

function complaint(error: unknown): Complaint & { readonly code: 'unreadable_file' | 'too_large' } {
  // DuckDB counts the record it is at as one more.
  const said = firstLine(error).replace(
    /\bin (line|record\/value) (\d+)/,
    (_, unit: string, n: string) => `in ${unit === 'line' ? 'line' : 'record'} ${Number(n) - 1}`,
  );
  if (/maximum_object_size/.test(said)) {
    return {
      code: 'too_large',
      en: `a record is larger than ${largestRecord / 1024 / 1024} MiB`,
      zh: `某条记录超过 ${largestRecord / 1024 / 1024} MiB`,
      recovery: { en: 'Write one record a line (NDJSON).', zh: '请改为每行一条记录（NDJSON）。' },
    };
  }
  const [, where = '', why = said] = /, ((?:at byte|in line|in record).*?): (.*?)\s*$/.exec(said) ?? [];
  const line = /in line (\d+)/.exec(said)?.[1];
  return {
    code: 'unreadable_file',
    en: `the JSON is not well formed${where ? ` ${where}` : ''}: ${why}`,
    zh: `JSON 格式有误${where ? `（${where}）` : ''}：${why}`,
    recovery: { en: 'Correct the file there.', zh: '请更正该处内容。' },
    line: line === undefined ? undefined : Number(line),
    cause: error,
  };
}

/** The error for JSON that holds no records. */
export function notTable(file: string, en: string, zh: string): Error {
  return refuse('unsupported_format', file, {
    en,
    zh,
    recovery: {
      en: 'Give an array of objects, one object a line, or an object with an array of objects.',
      zh: '请提供对象数组、每行一个对象，或含有对象数组的对象。',
    },
  });
}

/** The error for what DuckDB says of a JSON file. */
export function jsonFailure(file: string, error: unknown): unknown {
  if (ZhujiError.is(error) || /Out of Memory/.test(firstLine(error))) return error;
  const { code, ...said } = complaint(error);
  return refuse(code, file, said);
}
