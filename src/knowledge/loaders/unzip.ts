import { Unzip, UnzipInflate } from 'fflate';
import { refuse, saveAgain } from './refuse.ts';

/** What an archive may hold when it is unpacked; a document of text has a small part of it. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Unpacks an archive, counting as it goes: what the archive says of its own size is not believed. `wanted` says which parts
 * are kept; the others are counted too. Errors: `unreadable_file`.
 */
export function unzip(
  bytes: Uint8Array,
  path: string,
  wanted: (name: string) => boolean = () => false,
): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  const archive = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      total += chunk.length;
      if (total > mostBytes)
        throw refuse(
          path,
          { en: 'unpacks to more than 256 MiB', zh: '解压后超过 256 MiB' },
          { en: 'Divide it into several documents.', zh: '请将其拆分为多个文档。' },
        );
      if (wanted(file.name)) chunks.push(chunk);
      if (final && wanted(file.name)) parts.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  archive.register(UnzipInflate);
  // In pieces: one piece would be unpacked as a whole before it is counted.
  const piece = 64 * 1024;
  for (let at = 0; at < bytes.length; at += piece)
    archive.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
  if (total === 0)
    throw refuse(path, { en: 'is damaged: nothing can be unpacked', zh: '已损坏：无法解压' }, saveAgain);
  return parts;
}
