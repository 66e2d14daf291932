import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { ZhujiError } from '../../workspace/index.ts';
import { fieldIds } from '../column-names.ts';
import { openSession, type Session } from '../session.ts';
import type { ImportedTable, ImportOptions } from '../types.ts';
import { detectFormat } from './detect-format.ts';
import { firstLine, refuse } from './failures.ts';
import { readJson } from './json/read-json.ts';
import { readParquet } from './parquet/read-parquet.ts';
import { readText } from './read-text.ts';
import { openText } from './text-source.ts';
import { writeTable } from './write-table.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Id of the table of a file: its name without the extension. */
function idOf(file: string): string {
  return fieldIds([basename(file, extname(file))])[0] ?? 'table';
}

async function readTables(
  session: Session,
  file: string,
  work: string,
  options: ImportOptions,
): Promise<ImportedTable[]> {
  const format = await detectFormat(file);
  const given = options.reading ?? {};
  const id = options.id ?? idOf(file);
  if (format === 'parquet') return [await readParquet(session, file, id, work)];
  if (format === 'text') {
    const source = await openText(file, work, given);
    return [await writeTable(session, await readText(session, source, work, given), id, work)];
  }
  const found =
    format === 'xlsx'
      ? await readXlsx(file, work, given)
      : await readJson(session, await openText(file, work, given), work, given);
  const ids = found.length > 1 ? fieldIds(found.map(({ name }) => name ?? '')) : [id];
  const tables: ImportedTable[] = [];
  for (const [index, { table }] of found.entries()) {
    tables.push(await writeTable(session, table, ids[index] ?? `table_${index + 1}`, work));
  }
  return tables;
}

function tooLarge(file: string, cause: unknown): ZhujiError {
  return refuse('too_large', file, {
    en: 'it does not fit into the memory of this machine',
    zh: '本机内存不足以读取该文件',
    recovery: {
      en: 'Split it: fewer columns count for more than fewer rows.',
      zh: '请拆分文件：减少列数比减少行数更有效。',
    },
    cause,
  });
}

/**
 * Reads one source file and writes one Parquet file per table into `targetFolder`, which is made where absent.
 * Either every table is written or none. Types are decided over all of a table's cells.
 * Errors: `not_found`, `unreadable_file`, `unsupported_format`, `too_large`, `cancelled`.
 */
export async function importTables(
  file: string,
  targetFolder: string,
  options: ImportOptions = {},
): Promise<ImportedTable[]> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) {
    throw new ZhujiError(
      'not_found',
      { en: `There is no file ${file}.`, zh: `文件 ${file} 不存在。` },
      { details: { file } },
    );
  }
  const target = resolve(targetFolder);
  await mkdir(target, { recursive: true });
  const work = join(target, `.import-${process.pid}-${randomBytes(6).toString('hex')}`);
  await mkdir(work);
  const session = await openSession(work, { signal: options.signal });
  const report = (done: number): void => options.onProgress?.({ task: basename(file), done, total: 1 });
  report(0);
  try {
    const tables = await readTables(session, resolve(file), work, options);
    const placed: ImportedTable[] = [];
    for (const table of tables) {
      const parquet = join(target, basename(table.parquet));
      await rename(table.parquet, parquet);
      placed.push({ ...table, parquet });
    }
    report(1);
    return placed;
  } catch (error) {
    if (ZhujiError.is(error)) throw error;
    if (/Out of Memory/.test(firstLine(error))) throw tooLarge(file, error);
    throw refuse('unreadable_file', file, {
      en: `it cannot be read: ${firstLine(error)}`,
      zh: `无法读取：${firstLine(error)}`,
      recovery: { en: 'Check the file with the program that wrote it.', zh: '请用生成该文件的程序检查。' },
      cause: error,
    });
  } finally {
    session.close();
    await rm(work, { recursive: true, force: true });
  }
}
