import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** Length of a sequence that the end of a chunk cuts. */
export function cutSequence(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Share of two-byte sequences whose second byte is that of GB 2312. */
export function chineseShare(bytes: Buffer): number {
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
  return pairs === 0 ? 0 : common / pairs;
}

/** How a line was decoded; `damaged`: as UTF-8 with replacement characters; `cut`: the last one, without its last, half character. */
export type LineKind = 'ascii' | 'utf8' | 'gb18030' | 'damaged' | 'cut';

export interface DecodedLine {
  /** With its line end. */
  readonly text: string;
  readonly kind: LineKind;
}

const lineEnd = 0x0a;
const gb18030 = new TextDecoder('gb18030', { fatal: true });

function decoded(bytes: Buffer, isLast: boolean): DecodedLine {
  if (isUtf8(bytes)) {
    const ascii = bytes.every((byte) => byte < 0x80);
    return { text: bytes.toString('utf8'), kind: ascii ? 'ascii' : 'utf8' };
  }
  const whole = bytes.subarray(0, bytes.length - cutSequence(bytes));
  if (isLast && whole.length < bytes.length && isUtf8(whole))
    return { text: whole.toString('utf8'), kind: 'cut' };
  if (chineseShare(bytes) >= 0.5) {
    try {
      return { text: gb18030.decode(bytes), kind: 'gb18030' };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return { text: bytes.toString('utf8'), kind: 'damaged' };
}

/** The lines of a text of which most are UTF-8, each decoded by itself, from a byte on. */
export async function* linesOf(file: string, start = 0): AsyncGenerator<DecodedLine> {
  let carry: Buffer = Buffer.alloc(0);
  for await (const data of createReadStream(file, { start, highWaterMark: 1 << 20 })) {
    const chunk: Buffer = Buffer.concat([carry, data as Buffer]);
    let from = 0;
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      yield decoded(chunk.subarray(from, end + 1), false);
      from = end + 1;
    }
    carry = chunk.subarray(from);
  }
  if (carry.length > 0) yield decoded(carry, true);
}
