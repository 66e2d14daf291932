import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type ImportedTable, importTables, type Notice, openTableEngine } from '../../tables/index.ts';
import { type Cell, type OnProgress, ZhujiError } from '../../workspace/index.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** A small table as it lies in its file. */
export interface Columns {
  /** Name of the file. */
  readonly file: string;
  /** Names in the file. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What is to be known about the reading, e.g. texts that were read as missing. */
  readonly notices: readonly Notice[];
}

/** A file of labels is read into memory. */
const mostCells = 5_000_000;
const rowsPerQuery = 100_000;

/** Notices that change what a label is. */
const told: readonly Notice['code'][] = [
  'missing_marks',
  'mixed_types',
  'long_rows',
  'short_rows',
  'sheet_skipped',
];

function refused(file: string, en: string, zh: string, recovery: { en: string; zh: string }): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    { en: `${basename(file)} cannot be used: ${en}.`, zh: `${basename(file)} 无法使用：${zh}。` },
    { recovery, details: { file } },
  );
}

function onlyTable(file: string, tables: readonly ImportedTable[]): ImportedTable {
  const filled = tables.filter(({ rows }) => rows > 0);
  const [table] = filled;
  if (!table) {
    throw refused(file, 'it has no records', '没有记录', {
      en: 'Give a table with one row for each label or item.',
      zh: '请提供每行一个标签或一个条目的表格。',
    });
  }
  if (filled.length > 1) {
    const names = filled.map(({ id }) => id).join(', ');
    throw refused(
      file,
      `it holds ${filled.length} tables (${names})`,
      `含有 ${filled.length} 张表（${names}）`,
      {
        en: 'Keep the labels in a file with one table.',
        zh: '请把标签存为只含一张表的文件。',
      },
    );
  }
  if (table.rows * table.columns.length > mostCells) {
    throw refused(
      file,
      `it has ${table.rows} × ${table.columns.length} cells, more than ${mostCells}`,
      `有 ${table.rows} × ${table.columns.length} 个单元，超过 ${mostCells}`,
      { en: 'Give a part of it.', zh: '请提供其中一部分。' },
    );
  }
  return table;
}

/** Reads a table that need not lie in a workspace. Errors: those of an import; `invalid_argument` (none, several, too large). */
export async function readColumns(file: string, { signal, onProgress }: ReadOptions = {}): Promise<Columns> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-labels-'));
  try {
    const imported = await importTables(file, folder, {
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    });
    const table = onlyTable(file, imported);
    const fields = table.columns.map(({ id, name, type, unit }) => ({
      id,
      name,
      type,
      unit,
      description: {},
      role: null,
    }));
    const engine = openTableEngine([
      { dataset: 'labels', hash: '', recordSet: table.id, parquet: table.parquet, fields },
    ]);
    try {
      const rows: (readonly Cell[])[] = [];
      while (rows.length < table.rows) {
        const query = {
          dataset: 'labels',
          select: fields.map(({ id }) => ({ field: id })),
          where: [],
          order: [],
          limit: rowsPerQuery,
          offset: rows.length,
        };
        const page = await engine.query(query, signal ? { signal } : {});
        if (page.rows.length === 0) break;
        for (const row of page.rows) rows.push(row);
      }
      return {
        file: basename(file),
        names: table.columns.map(({ name }) => name),
        rows,
        notices: table.notices.filter(({ code }) => told.includes(code)),
      };
    } finally {
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
