import { basename } from 'node:path';
import { type ErrorCode, ZhujiError } from '../../workspace/index.ts';

export interface Complaint {
  readonly en: string;
  readonly zh: string;
  readonly recovery: { readonly en: string; readonly zh: string };
  readonly line?: number | undefined;
  readonly sheet?: string | undefined;
  readonly column?: string | undefined;
  readonly cause?: unknown;
}

/** The one error that a file is refused with: names the file and the place, and says what to do. */
export function refuse(
  code: Extract<ErrorCode, 'unreadable_file' | 'unsupported_format' | 'too_large'>,
  file: string,
  complaint: Complaint,
): ZhujiError {
  const { line, sheet, column } = complaint;
  const name = basename(file);
  const place = (sheet === undefined ? '' : ` [${sheet}]`) + (line === undefined ? '' : `:${line}`);
  return new ZhujiError(
    code,
    { en: `${name}${place}: ${complaint.en}`, zh: `${name}${place}：${complaint.zh}` },
    {
      recovery: complaint.recovery,
      details: {
        file: name,
        ...(line === undefined ? {} : { line }),
        ...(sheet === undefined ? {} : { sheet }),
        ...(column === undefined ? {} : { column }),
      },
      cause: complaint.cause,
    },
  );
}

/** What DuckDB says first, without its hints, the file's path and the statement. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replace(/"[^"]*[/\\]([^"/\\]+)"/g, '"$1"').slice(0, 300);
}
