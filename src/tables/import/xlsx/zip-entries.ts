import { open } from 'node:fs/promises';

export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the archive states. */
  readonly bytes: number;
}

/**
 * The entries of a ZIP archive, from its central directory; undefined where it has none that can be read.
 * PKWARE APPNOTE 4.3.12 and 4.3.16.
 */
export async function zipEntries(file: string): Promise<ZipEntry[] | undefined> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 66_000);
    const { buffer: tail } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0 || end + 22 > tail.length) return undefined;
    const bytes = tail.readUInt32LE(end + 12);
    const start = tail.readUInt32LE(end + 16);
    if (start + bytes > size) return undefined;
    const { buffer: directory } = await handle.read(Buffer.alloc(bytes), 0, bytes, start);
    const entries: ZipEntry[] = [];
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
      const name = directory.readUInt16LE(at + 28);
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + name),
        bytes: directory.readUInt32LE(at + 24),
      });
      at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await handle.close();
  }
}
