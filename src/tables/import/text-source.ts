import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reading } from '../types.ts';
import { detectEncoding, type Encoding, foreign } from './detect-encoding.ts';

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

const labels: readonly Encoding['label'][] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];

/** Opens a text file whatever its encoding; a former reading overrules what it looks like. */
export async function openText(
  file: string,
  work: string,
  given: Partial<Reading> = {},
): Promise<TextSource> {
  const start = await readHead(file, 8192);
  const label = labels.find((one) => one === given.encoding);
  const mark = given.byteOrderMark ? (label === 'utf-8' ? 3 : 2) : 0;
  const found: Encoding = label ? { label, mark } : await detectEncoding(file, start.head);
  let path = file;
  let before: number = found.mark;
  if (found.label !== 'utf-8') {
    path = join(work, 'source.txt');
    before = 0;
    await transcode(file, found, path);
  }
  const { head, whole } = await readHead(path, headBytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(head.subarray(before), {
    stream: !whole,
  });
  return { file, path, encoding: found, head: text, whole, before };
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
