import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reading } from '../types.ts';
import { detectEncoding, type Encoding, foreign } from './detect-encoding.ts';
import { linesOf } from './mixed-lines.ts';

/** Lines that are not of the encoding of the others. */
export interface MixedLines {
  readonly gb18030: number;
  readonly damaged: number;
  /** Line of the first, from 1. */
  readonly line: number | undefined;
  /** The last line ends within a character. */
  readonly cut: boolean;
}

/** A text file as UTF-8, on disk, with its beginning in memory. */
export interface TextSource {
  /** The file that the user named. */
  readonly file: string;
  /** UTF-8: the file itself, or a copy in the folder of the import. */
  readonly path: string;
  readonly encoding: Encoding;
  /** Beginning of the text, without its byte order mark. */
  readonly head: string;
  /** Whether `head` is all of it. */
  readonly whole: boolean;
  /** Bytes of `path` before the text of `head`. */
  readonly before: number;
  /** Only of text that was decoded line by line. */
  readonly mixed?: MixedLines;
}

const headBytes = 1 << 20;

async function readHead(path: string, bytes: number): Promise<{ head: Buffer; whole: boolean }> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, bytes - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes) break;
    }
    return { head: buffer.subarray(0, length), whole: (await handle.stat()).size <= length };
  } finally {
    await handle.close();
  }
}

/** A UTF-8 copy of text in another encoding. Errors: `unreadable_file` where a byte is not of that encoding. */
async function transcode(file: string, encoding: Encoding, target: string): Promise<void> {
  async function* decoded(): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding.label, { fatal: true });
    let line = 1;
    try {
      for await (const chunk of createReadStream(file, { highWaterMark: headBytes })) {
        const text = decoder.decode(chunk as Buffer, { stream: true });
        line += text.split('\n').length - 1;
        yield text;
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError) throw foreign(file, line);
      throw error;
    }
  }
  await pipeline(Readable.from(decoded()), createWriteStream(target));
}

/** A UTF-8 copy of text with lines in several encodings. */
async function unmix(file: string, mark: number, target: string): Promise<MixedLines> {
  const counts = { ascii: 0, utf8: 0, gb18030: 0, damaged: 0, cut: 0 };
  let number = 0;
  let line: number | undefined;
  async function* texts(): AsyncGenerator<string> {
    for await (const { text, kind } of linesOf(file, mark)) {
      number += 1;
      counts[kind] += 1;
      if (kind === 'gb18030' || kind === 'damaged') line ??= number;
      yield text;
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(target));
  return { gb18030: counts.gb18030, damaged: counts.damaged, line, cut: counts.cut > 0 };
}

const labels: readonly Encoding['label'][] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'utf-8+gb18030'];

/** Opens a text file whatever its encoding; a former reading overrules what it looks like. */
export async function openText(
  file: string,
  work: string,
  given: Partial<Reading> = {},
): Promise<TextSource> {
  const start = await readHead(file, 8192);
  const label = labels.find((one) => one === given.encoding);
  const mark = given.byteOrderMark ? (label?.startsWith('utf-8') ? 3 : 2) : 0;
  const found: Encoding = label ? { label, mark } : await detectEncoding(file, start.head);
  let path = file;
  let before: number = found.mark;
  let mixed: MixedLines | undefined;
  if (found.label !== 'utf-8') {
    path = join(work, 'source.txt');
    before = 0;
    if (found.label === 'utf-8+gb18030') mixed = await unmix(file, found.mark, path);
    else await transcode(file, found, path);
  }
  const { head, whole } = await readHead(path, headBytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(before), {
    stream: !whole,
  });
  return { file, path, encoding: found, head: text, whole, before, ...(mixed && { mixed }) };
}

/** A copy of a text from a place on, with `\n` for every line end where asked for. */
export async function copyText(
  source: TextSource,
  work: string,
  from: number,
  lineEnds: 'keep' | 'normalise',
): Promise<string> {
  const target = join(work, lineEnds === 'keep' ? 'records.txt' : 'lines.txt');
  const start = source.before + Buffer.byteLength(source.head.slice(0, from));
  const bytes = createReadStream(source.path, { start, highWaterMark: headBytes });
  if (lineEnds === 'keep') {
    await pipeline(bytes, createWriteStream(target));
    return target;
  }
  async function* normalised(): AsyncGenerator<string> {
    let carry = '';
    for await (const chunk of bytes.setEncoding('utf8')) {
      const text = carry + String(chunk);
      carry = text.endsWith('\r') ? '\r' : '';
      yield text.slice(0, text.length - carry.length).replace(/\r\n?/g, '\n');
    }
    if (carry) yield '\n';
  }
  await pipeline(Readable.from(normalised()), createWriteStream(target));
  return target;
}

/** Whether the last byte of a file ends a line. */
export async function endsInLineEnd(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    await handle.read(last, 0, 1, Math.max(0, size - 1));
    return last[0] === 0x0a || last[0] === 0x0d;
  } finally {
    await handle.close();
  }
}
