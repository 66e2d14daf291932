import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { refuse } from './failures.ts';

export type FileFormat = 'parquet' | 'xlsx' | 'json' | 'text';

const known: readonly (readonly [bytes: string, name: string])[] = [
  ['\x1f\x8b', 'gzip'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ\0', 'xz'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['\xd0\xcf\x11\xe0', 'Excel 97–2003 (.xls) or another old Office format'],
  ['\x89HDF', 'HDF5'],
  ['MATLAB 5.0', 'MATLAB .mat'],
  ['CDF\x01', 'NetCDF'],
  ['%PDF', 'PDF'],
  ['SQLite format 3', 'SQLite'],
  ['ARROW1', 'Arrow IPC'],
  ['ORC', 'ORC'],
  ['Obj\x01', 'Avro'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['RIFF', 'RIFF (WAV, AVI)'],
  ['\x7fELF', 'a program'],
  ['{\\rtf', 'RTF'],
];

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * The format of a file by its first bytes; its name counts only between texts.
 * Errors: `unsupported_format` for formats that are known and not read, `unreadable_file` for an empty file.
 */
export async function detectFormat(file: string): Promise<FileFormat> {
  const head = await firstBytes(file);
  const extension = extname(file).toLowerCase();
  if (head.length === 0) {
    throw refuse('unreadable_file', file, {
      en: 'the file is empty',
      zh: '文件是空的',
      recovery: { en: 'Give a file with a header or records.', zh: '请提供含有表头或记录的文件。' },
    });
  }
  const bytes = head.toString('latin1');
  if (bytes.startsWith('PAR1')) return 'parquet';
  if (bytes.startsWith('PK\x03\x04') || bytes.startsWith('PK\x05\x06')) return 'xlsx';
  const other = known.find(([start]) => bytes.startsWith(start))?.[1];
  if (other !== undefined) {
    throw refuse('unsupported_format', file, {
      en: `the file is ${other}, which is not read`,
      zh: `该文件是 ${other}，不支持读取`,
      recovery: {
        en: 'Unpack or convert it to CSV, Parquet, JSON, NDJSON or XLSX.',
        zh: '请解压或转换为 CSV、Parquet、JSON、NDJSON 或 XLSX。',
      },
    });
  }
  if (/^\.(parquet|xlsx)$/.test(extension)) {
    throw refuse('unreadable_file', file, {
      en: `the name says ${extension.slice(1)}, the first bytes do not`,
      zh: `文件名为 ${extension.slice(1)}，但开头字节不符`,
      recovery: { en: 'Get the file again, or correct its name.', zh: '请重新获取该文件，或更正文件名。' },
    });
  }
  const text = bytes.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^\.(json|ndjson|jsonl|geojson)$/.test(extension)) return 'json';
  if (/^(<\?xml|<!doctype|<html|<svg)/i.test(text)) {
    throw refuse('unsupported_format', file, {
      en: 'the file is XML or HTML, which is not read as a table',
      zh: '该文件是 XML 或 HTML，不作为数据表读取',
      recovery: {
        en: 'Convert it to CSV, Parquet, JSON or XLSX.',
        zh: '请转换为 CSV、Parquet、JSON 或 XLSX。',
      },
    });
  }
  const isNamedTable = /^\.(csv|tsv|tab|psv)$/.test(extension);
  return !isNamedTable && /^(\{\s*["}]|\[\s*[{\]])/.test(text) ? 'json' : 'text';
}
