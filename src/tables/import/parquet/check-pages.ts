import { type FileHandle, open } from 'node:fs/promises';
import * as zlib from 'node:zlib';
import { refuse } from '../failures.ts';
import { readStruct, type ThriftStruct, type ThriftValue } from './thrift.ts';

const isStruct = (value: ThriftValue | undefined): value is ThriftStruct => value instanceof Map;
const struct = (parent: ThriftStruct, id: number): ThriftStruct | undefined => {
  const value = parent.get(id);
  return isStruct(value) ? value : undefined;
};
const list = (parent: ThriftStruct, id: number): readonly ThriftValue[] => {
  const value = parent.get(id);
  return Array.isArray(value) ? value : [];
};
const number = (parent: ThriftStruct | undefined, id: number): number | undefined => {
  const value = parent?.get(id);
  return typeof value === 'number' ? value : undefined;
};
const text = (value: ThriftValue | undefined): string =>
  value instanceof Uint8Array ? new TextDecoder().decode(value) : '';

const repeated = 2;
const windowBytes = 1 << 16;

type BytesAt = (from: number, length: number) => Promise<Uint8Array>;

/** Reads a file in windows, since page headers are small and often close together. */
function windows(handle: FileHandle, size: number): BytesAt {
  let held: Buffer = Buffer.alloc(0);
  let start = 0;
  return async (from, length) => {
    if (from < start || from + length > start + held.length) {
      const wanted = Math.max(0, Math.min(Math.max(length, windowBytes), size - from));
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(wanted), 0, wanted, from);
      held = buffer.subarray(0, bytesRead);
      start = from;
    }
    return held.subarray(from - start, from - start + length);
  };
}

/** Columns that are neither nested nor repeated have one value a row. */
function flatColumns(schema: readonly ThriftValue[]): ReadonlySet<string> {
  const flat = new Set<string>();
  let nested = 0;
  for (const element of schema.slice(1)) {
    if (!isStruct(element)) continue;
    const children = number(element, 5) ?? 0;
    if (nested > 0) nested += children - 1;
    else if (children > 0) nested = children;
    else if (number(element, 3) !== repeated) flat.add(text(element.get(4)));
  }
  return flat;
}

type Damage = { readonly en: string; readonly zh: string };

const miscount = (said: number, found: number): Damage => ({
  en: `its metadata states ${said} values, its pages hold ${found}`,
  zh: `元数据称有 ${said} 个值，数据页中却有 ${found} 个`,
});

/** Goes from page header to page header; what cannot be followed is left to the reader proper. */
async function walk(bytesAt: BytesAt, size: number, meta: ThriftStruct): Promise<Damage | undefined> {
  const stated = number(meta, 5) ?? 0;
  const dictionary = number(meta, 11) ?? 0;
  const data = number(meta, 9) ?? 0;
  let at = dictionary > 0 && dictionary < data ? dictionary : data;
  let values = 0;
  while (values < stated && at > 0 && at < size - 8) {
    let header: ThriftStruct;
    let length: number;
    try {
      ({ value: header, end: length } = readStruct(await bytesAt(at, windowBytes)));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
    const bytes = number(header, 3) ?? -1;
    if (bytes < 0) return undefined;
    const sum = number(header, 4);
    // Pages whose checksum is stated must have it: CRC-32 of the page as stored.
    if (sum !== undefined && zlib.crc32(await bytesAt(at + length, bytes)) !== sum >>> 0) {
      return { en: 'the checksum of a page is not that of its content', zh: '数据页的校验和与内容不符' };
    }
    const counted = number(struct(header, 5) ?? struct(header, 8), 1) ?? 0;
    values += counted;
    if (counted < 0 || values > stated) return miscount(stated, values);
    at += length + bytes;
  }
  return undefined;
}

/**
 * Checks what DuckDB does not: that pages hold as many values as the footer states, that flat columns have one a row,
 * and the checksums of pages that have one. Errors: `unreadable_file`, with the column.
 */
export async function checkPages(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const bytesAt = windows(handle, size);
    const tail = Buffer.from(await bytesAt(size - 8, 8));
    const length = tail.length === 8 ? tail.readUInt32LE(0) : 0;
    if (tail.toString('latin1', 4) !== 'PAR1' || length === 0 || length > size - 12) return;
    let footer: ThriftStruct;
    try {
      footer = readStruct(await bytesAt(size - 8 - length, length)).value;
    } catch (error) {
      if (error instanceof RangeError) return;
      throw error;
    }
    const flat = flatColumns(list(footer, 2));
    for (const group of list(footer, 4)) {
      if (!isStruct(group)) continue;
      const rows = number(group, 3) ?? 0;
      for (const chunk of list(group, 1)) {
        const meta = isStruct(chunk) ? struct(chunk, 3) : undefined;
        if (!meta) continue;
        const path = list(meta, 3).map(text).join('.');
        const stated = number(meta, 5) ?? 0;
        const damage =
          flat.has(path) && stated !== rows ? miscount(rows, stated) : await walk(bytesAt, size, meta);
        if (damage) throw damaged(file, path, damage);
      }
    }
  } finally {
    await handle.close();
  }
}

function damaged(file: string, column: string, damage: Damage): Error {
  return refuse('unreadable_file', file, {
    en: `column "${column}" is damaged: ${damage.en}`,
    zh: `列“${column}”已损坏：${damage.zh}`,
    recovery: { en: 'Get the file again, or write it anew.', zh: '请重新获取或重新生成该文件。' },
    column,
  });
}
