import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { refuse } from './failures.ts';
import { chineseShare, cutSequence, linesOf } from './mixed-lines.ts';

export interface Encoding {
  /** WHATWG label, as `TextDecoder` takes it; `utf-8+gb18030`: decoded line by line. */
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'utf-8+gb18030';
  /** Bytes of the byte order mark. */
  readonly mark: 0 | 2 | 3;
}

const chunkBytes = 1 << 20;

function byMark(head: Buffer): Encoding | undefined {
  if (head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return { label: 'utf-8', mark: 3 };
  if (head.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return { label: 'utf-16le', mark: 2 };
  if (head.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return { label: 'utf-16be', mark: 2 };
  return undefined;
}

/** UTF-16 without a mark: of digits, commas and line ends every second byte is zero. */
function byZeros(head: Buffer): Encoding | undefined {
  const part = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of part.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = part.length / 2;
  if (odd > half * 0.3 && even < half * 0.02) return { label: 'utf-16le', mark: 0 };
  if (even > half * 0.3 && odd < half * 0.02) return { label: 'utf-16be', mark: 0 };
  return undefined;
}

interface Utf8Check {
  readonly valid: boolean;
  readonly zeroLine: number | undefined;
  /** The first part that is not UTF-8, and the line it begins in. */
  readonly bad: Buffer;
  readonly line: number;
}

function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

async function checkUtf8(file: string): Promise<Utf8Check> {
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const data of createReadStream(file, { highWaterMark: chunkBytes })) {
    const chunk: Buffer = Buffer.concat([carry, data as Buffer]);
    const zero = chunk.indexOf(0);
    if (zero >= 0) {
      return { valid: false, zeroLine: line + lineEnds(chunk.subarray(0, zero)), bad: chunk, line };
    }
    const cut = cutSequence(chunk);
    const whole = chunk.subarray(0, chunk.length - cut);
    if (!isUtf8(whole)) return { valid: false, zeroLine: undefined, bad: whole, line };
    line += lineEnds(whole);
    carry = chunk.subarray(chunk.length - cut);
  }
  return { valid: carry.length === 0, zeroLine: undefined, bad: carry, line };
}

/** Share of two-byte sequences whose second byte is that of GB 2312, and the line of the first byte that is not UTF-8. */
function looks(bytes: Buffer): { chinese: number; badLine: number } {
  const text = bytes.toString('utf8');
  return {
    chinese: chineseShare(bytes),
    badLine: text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1,
  };
}

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 where all of it is valid, else GB18030 where all of
 * it is valid and looks like Chinese, else line by line where most lines are UTF-8. Errors: `unsupported_format` for bytes
 * that are no text, `unreadable_file`.
 */
export async function detectEncoding(file: string, head: Buffer): Promise<Encoding> {
  const marked = byMark(head);
  if (marked && marked.label !== 'utf-8') return marked;
  const zeros = marked ? undefined : byZeros(head);
  if (zeros) return zeros;
  const mark = marked?.mark ?? 0;
  const check = await checkUtf8(file);
  if (check.valid) return { label: 'utf-8', mark };
  if (check.zeroLine !== undefined) throw binary(file, check.zeroLine);
  const lines = { utf8: 0, gb18030: 0, damaged: 0, cut: 0 };
  for await (const { kind } of linesOf(file)) if (kind !== 'ascii') lines[kind] += 1;
  // A word of two characters in GBK may happen to be UTF-8; hundreds of lines do not.
  const others = lines.gb18030 + lines.damaged;
  if (mark > 0 || lines.utf8 > others / 20 || others === 0) return { label: 'utf-8+gb18030', mark };
  const { chinese, badLine } = looks(check.bad);
  if (chinese < 0.5) throw foreign(file, check.line + badLine);
  return { label: 'gb18030', mark: 0 };
}

export function binary(file: string, line?: number): Error {
  return refuse('unsupported_format', file, {
    en: 'this is no text: it holds zero bytes, and no known table format begins so',
    zh: '这不是文本文件：其中有零字节，且开头不属于任何已知的数据表格式',
    recovery: {
      en: 'Give CSV, TSV, Parquet, JSON, NDJSON or XLSX.',
      zh: '请提供 CSV、TSV、Parquet、JSON、NDJSON 或 XLSX。',
    },
    line,
  });
}

export function foreign(file: string, line?: number): Error {
  return refuse('unreadable_file', file, {
    en: 'the text is in none of UTF-8, UTF-16 and GB18030',
    zh: '文本编码不是 UTF-8、UTF-16 或 GB18030',
    recovery: {
      en: 'Convert it to UTF-8, e.g. iconv -f ISO-8859-1 -t UTF-8.',
      zh: '请转换为 UTF-8，例如 iconv -f ISO-8859-1 -t UTF-8。',
    },
    line,
  });
}
