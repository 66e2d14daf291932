import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZhujiError } from '../../workspace/index.ts';
import { throwIfCancelled } from './cancelled.ts';

/** Copies a file to where none is and flushes it to disk. Size and hash are those of what was copied. Errors: `not_found`, `unreadable_file`, `cancelled`. */
export async function copyFile(
  from: string,
  to: string,
  signal: AbortSignal | undefined,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    if (!(await stat(from)).isFile()) throw new Error('it is no regular file');
    await mkdir(dirname(to), { recursive: true });
    await pipeline(
      createReadStream(from),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(to, { flags: 'wx', flush: true }),
      signal ? { signal } : {},
    );
  } catch (cause) {
    throwIfCancelled(signal, cause);
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhujiError(
      missing ? 'not_found' : 'unreadable_file',
      missing
        ? { en: `There is no file ${from}`, zh: `文件不存在：${from}` }
        : { en: `${from} cannot be read: ${reason}`, zh: `${from} 无法读取：${reason}` },
      {
        recovery: { en: 'Check the path and its permissions.', zh: '请检查路径及其权限。' },
        details: { file: from },
        cause,
      },
    );
  }
  return { bytes, sha256: hash.digest('hex') };
}
