import { createReadStream } from 'node:fs';
import type { Session } from '../session.ts';
import type { Notice } from '../types.ts';
import { hasMixedLineEnds } from './csv-failure.ts';
import { lineRelation } from './csv-scan.ts';
import type { Layout } from './layout.ts';
import { notice } from './notice.ts';

/** Line ends with nothing between them. */
const blank = ['\n\n', '\n\r\n', '\r\r'].map((ends) => Buffer.from(ends));

/** Whether a blank line may stand in the file: the search is for bytes, so one inside quotes counts too. */
async function mayHoldBlankLines(path: string): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0);
  for await (const data of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const chunk = data as Buffer;
    const seam = Buffer.concat([tail, chunk.subarray(0, 2)]);
    if (blank.some((ends) => seam.includes(ends) || chunk.includes(ends))) return true;
    tail = Buffer.concat([tail, chunk.subarray(-2)]).subarray(-2);
  }
  return false;
}

/** Blank lines before the last record; none are told of where cells hold line ends, since then they cannot be counted so. */
export async function blankLines(
  session: Session,
  layout: Layout,
  path: string,
  rows: number,
): Promise<Notice[]> {
  if (!(await mayHoldBlankLines(path))) return [];
  const sql =
    `SELECT count(*) FILTER (full_line), max(n) FILTER (full_line), min(n) FILTER (NOT full_line) FROM ` +
    `(SELECT coalesce(trim(line), '') <> '' AS full_line, row_number() OVER () AS n FROM ${lineRelation(path)})`;
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
