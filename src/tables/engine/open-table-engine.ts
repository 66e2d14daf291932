import type { QueryOptions, QueryResult, TableEngine, TableQuery } from '../../workspace/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { createDatabase, type DatabaseOptions } from '../session.ts';
import { literal } from '../sql.ts';
import { toCell } from './cell.ts';
import { compileQuery } from './compile.ts';
import { type EngineTable, findTable } from './engine-table.ts';
import { ConnectionPool } from './pool.ts';
import { batchOf, compileRepeats, compileScan } from './scan.ts';
import { summarised } from './summarised.ts';

export interface TableEngineOptions extends DatabaseOptions {
  /** Milliseconds that one query may take; default 30,000. */
  readonly timeout?: number;
  /** Queries that may run at once; default 4. */
  readonly connections?: number;
}

/** Row numbers that are held out, by `dataset/recordSet` as JSON. */
type HeldOut = ReadonlyMap<string, readonly number[]>;

const withoutOf = (heldOut: HeldOut, { dataset, recordSet }: EngineTable): readonly number[] =>
  heldOut.get(keyOf(dataset, recordSet)) ?? [];

const keyOf = (dataset: string, recordSet: string): string => JSON.stringify([dataset, recordSet]);

/**
 * A database that can read the named files and nothing else: no other file, no network, no extension,
 * and no setting can be changed after.
 */
async function lockedDatabase(
  tables: readonly EngineTable[],
  options: TableEngineOptions,
): Promise<ConnectionPool> {
  const database = await createDatabase(options);
  const connection = await database.connect();
  const paths = [...new Set(tables.map((table) => table.parquet))];
  for (const statement of [
    "SET GLOBAL TimeZone = 'UTC'",
    `SET allowed_paths = [${paths.map(literal).join(', ')}]`,
    "SET temp_directory = ''",
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]) {
    await connection.run(statement);
  }
  connection.closeSync();
  return new ConnectionPool(database, options.connections ?? 4);
}

function unreadable(table: EngineTable, cause: unknown): ZhujiError {
  return new ZhujiError(
    'stale',
    {
      en: `The derived table of ${table.dataset}/${table.recordSet} cannot be read.`,
      zh: `${table.dataset}/${table.recordSet} 的派生数据表无法读取。`,
    },
    {
      recovery: {
        en: 'Remove the folder .zhuji/tables of the workspace; it is rebuilt from the source files.',
        zh: '请删除工作区的 .zhuji/tables 文件夹，它会由源文件重建。',
      },
      details: { dataset: table.dataset, recordSet: table.recordSet },
      cause,
    },
  );
}

/**
 * The embedded engine: DuckDB over one Parquet file per record set. Nothing is opened before the first query.
 * Queries may run at once. Without an order, and among ties, records come in source order and groups in order of
 * their fields. Values that are NaN or infinite come as text.
 */
export function openTableEngine(
  tables: readonly EngineTable[],
  options: TableEngineOptions = {},
): TableEngine {
  let pool: Promise<ConnectionPool> | undefined;
  let closed = false;

  const connect = (): Promise<ConnectionPool> => {
    if (closed) throw new ZhujiError('internal', { en: 'The tables are closed.', zh: '数据表已关闭。' });
    pool ??= lockedDatabase(tables, options);
    return pool;
  };

  const engine = (heldOut: HeldOut): TableEngine => ({
    async query(query: TableQuery, { signal, timeout }: QueryOptions = {}): Promise<QueryResult> {
      const table = findTable(tables, query.dataset, query.recordSet);
      const compiled = compileQuery(query, table, withoutOf(heldOut, table));
      const { columns, aggregated } = compiled;
      const place = { dataset: table.dataset, recordSet: table.recordSet, hash: table.hash, columns };
      const connections = await connect();
      const run = { signal, timeout: timeout ?? options.timeout ?? 30_000 };
      const { rows, counts } = compiled;
      const known = withoutOf(heldOut, table).length === 0 ? summarised(query, table) : undefined;
      const [found, [count]] = await Promise.all([
        known ? [] : connections.all(rows.sql, rows.values, run),
        connections.all(counts.sql, counts.values, run),
      ]).catch((error: unknown): never => {
        throw ZhujiError.is(error) ? error : unreadable(table, error);
      });
      const matched = Number(count?.[0] ?? 0);
      if (known) {
        // Counting reads no record, and shows that the file is there, and the one that was summarised.
        if (known.matched !== matched) throw unreadable(table, new Error(`${matched} records`));
        return { ...place, ...known, rowNumbers: null };
      }
      const width = columns.length;
      return {
        ...place,
        rows: found.map((row) => row.slice(0, width).map(toCell)),
        rowNumbers: aggregated ? null : found.map((row) => Number(row[width])),
        matched,
        total: Number(count?.[1] ?? 0),
      };
    },
    async *scan(request, { signal } = {}) {
      const table = findTable(tables, request.dataset, request.recordSet);
      const sql = compileScan(request, table, withoutOf(heldOut, table));
      const connections = await connect();
      const { fields, texts = [] } = request;
      try {
        for await (const chunk of connections.stream(sql, { signal })) {
          yield batchOf(chunk, fields.length, texts.length);
        }
      } catch (error) {
        throw ZhujiError.is(error) ? error : unreadable(table, error);
      }
    },
    async repeats(dataset, recordSet, fields, { signal, timeout } = {}) {
      const table = findTable(tables, dataset, recordSet);
      const ids = fields ?? table.fields.map(({ id }) => id);
      if (ids.length === 0) return { count: 0, rows: [] };
      const statements = compileRepeats(table, ids, withoutOf(heldOut, table));
      const connections = await connect();
      const run = { signal, timeout };
      const all = (sql: string) =>
        connections.all(sql, [], run).catch((error: unknown): never => {
          throw ZhujiError.is(error) ? error : unreadable(table, error);
        });
      const [count] = await all(statements.count);
      if (Number(count?.[0]) === Number(count?.[1])) return { count: 0, rows: [] };
      const found = await all(statements.rows);
      return { count: Number(found[0]?.[1] ?? 0), rows: found.map(([row]) => Number(row)) };
    },
    without(dataset, recordSet, rows) {
      const table = findTable(tables, dataset, recordSet);
      const key = keyOf(table.dataset, table.recordSet);
      const all = new Set([...(heldOut.get(key) ?? []), ...rows.filter((row) => Number.isSafeInteger(row))]);
      return engine(new Map([...heldOut, [key, [...all]]]));
    },
    async close() {
      if (closed) return;
      closed = true;
      if (pool) (await pool).close();
    },
  });
  return engine(new Map());
}
