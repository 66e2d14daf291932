import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { refuse } from './failures.ts';

export interface Encoding {
  /** WHATWG label, as `TextDecoder` takes it. */
  readonly label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
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

/** Length of a sequence that the end of a chunk cuts. */
function cutSequence(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

interface Utf8Check {
  readonly valid: boolean;
  readonly zeroLine: number | undefined;
  /** The first part that is not UTF-8, and the line it begins in. */
  readonly bad: Buffer;
  readonly line: number;
}

const lineEnds = (bytes: Buffer): number => bytes.toString('latin1').split('\n').length - 1;

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

/** Shares of two-byte sequences whose second byte is that of GB 2312, and of UTF-8 sequences that are whole. */
function looks(bytes: Buffer): { chinese: number; utf8: number; badLine: number } {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length - 1; i += 1) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x81) continue;
    pairs += 1;
    const trail = bytes[i + 1] ?? 0;
    // A common character, or one of four bytes: b, digit, b, digit.
    if ((lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) || (trail >= 0x30 && trail <= 0x39)) common += 1;
    i += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  const text = bytes.toString('utf8');
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return {
    chinese: pairs === 0 ? 0 : common / pairs,
    utf8: foreign === 0 ? 0 : (foreign - broken) / foreign,
    badLine: text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1,
  };
}

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 where all of it is valid, else GB18030 where all of
 * it is valid and looks like Chinese. Errors: `unsupported_format` for bytes that are no text, `unreadable_file`.
 */
export async function detectEncoding(file: string, head: Buffer): Promise<Encoding> {
  const marked = byMark(head);
  if (marked) return marked;
  const zeros = byZeros(head);
  if (zeros) return zeros;
  const check = await checkUtf8(file);
  if (check.valid) return { label: 'utf-8', mark: 0 };
  if (check.zeroLine !== undefined) throw binary(file, check.zeroLine);
  const { chinese, utf8, badLine } = looks(check.bad);
  if (utf8 >= 0.7) {
    throw refuse('unreadable_file', file, {
      en: 'the text is UTF-8 but for damaged bytes here',
      zh: '文本是 UTF-8，但此处字节已损坏',
      recovery: {
        en: 'Get the file again, or save it as UTF-8 anew.',
        zh: '请重新获取该文件，或另存为 UTF-8。',
      },
      line: check.line + badLine,
    });
  }
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
