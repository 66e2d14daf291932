import { availableParallelism, totalmem } from 'node:os';
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import { ZhujiError } from '../workspace/index.ts';

/** A value as DuckDB gives it; see its converters. */
export type SqlValue = DuckDBValue;
export type SqlRow = readonly SqlValue[];

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; default none. */
  readonly timeout?: number | undefined;
}

export interface Session {
  all(sql: string, values?: readonly SqlValue[], options?: RunOptions): Promise<SqlRow[]>;
  close(): void;
}

const settings = (memory: string, threads: number): Record<string, string> => ({
  threads: String(threads),
  memory_limit: memory,
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
});

export interface DatabaseOptions {
  /** As DuckDB writes it, e.g. `1GB`. */
  readonly memory?: string;
  readonly threads?: number;
}

/** A table of 10,000 columns makes DuckDB reserve some GB, most of which it never touches. */
const defaultMemory = (): string => `${Math.floor(Math.min(4e9, totalmem() * 0.6) / 1e6)}MB`;

export function createDatabase(options: DatabaseOptions = {}): Promise<DuckDBInstance> {
  return DuckDBInstance.create(
    ':memory:',
    settings(options.memory ?? defaultMemory(), options.threads ?? availableParallelism()),
  );
}

/** A database of its own for one import; what does not fit into memory goes to `folder`. */
export async function openSession(
  folder: string,
  options: DatabaseOptions & RunOptions = {},
): Promise<Session> {
  const database = await createDatabase(options);
  const connection = await database.connect();
  await connection.run(`SET temp_directory = '${folder.replaceAll("'", "''")}'`);
  await connection.run("SET TimeZone = 'UTC'");
  return {
    all: (sql, values, run) => runOn(connection, sql, values, { ...options, ...run }),
    close() {
      connection.closeSync();
      database.closeSync();
    },
  };
}

/**
 * Runs one statement and reads all of its rows. A signal or a timeout interrupts it.
 * The timer is cleared before the answer is given: a late one would interrupt the connection's next statement.
 */
export async function runOn(
  connection: DuckDBConnection,
  sql: string,
  values: readonly SqlValue[] = [],
  { signal, timeout }: RunOptions = {},
): Promise<SqlRow[]> {
  if (signal?.aborted) throw cancelled();
  let stopped: 'cancelled' | 'timeout' | undefined;
  const stop = (why: 'cancelled' | 'timeout') => () => {
    stopped ??= why;
    connection.interrupt();
  };
  const abort = stop('cancelled');
  const timer = timeout === undefined ? undefined : setTimeout(stop('timeout'), timeout);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const reader = await connection.runAndReadAll(sql, values.length > 0 ? [...values] : undefined);
    return reader.getRows();
  } catch (error) {
    if (stopped === 'timeout') throw timedOut(timeout ?? 0);
    if (stopped === 'cancelled') throw cancelled();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** The chunks of one statement as they come; a signal interrupts it. */
export async function* streamOn(
  connection: DuckDBConnection,
  sql: string,
  { signal }: RunOptions = {},
): AsyncGenerator<DuckDBDataChunk> {
  if (signal?.aborted) throw cancelled();
  const abort = () => connection.interrupt();
  signal?.addEventListener('abort', abort, { once: true });
  let next: Promise<DuckDBDataChunk | null> | undefined;
  try {
    const result = await connection.stream(sql);
    // The next chunk is made while this one is looked at.
    next = result.fetchChunk();
    for (;;) {
      const chunk = await next;
      if (signal?.aborted) throw cancelled();
      if (!chunk || chunk.rowCount === 0) return;
      next = result.fetchChunk();
      yield chunk;
    }
  } catch (error) {
    if (signal?.aborted) throw cancelled();
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
    // Whoever stopped early leaves a chunk on its way: the connection is free after it.
    await next?.catch(() => null);
  }
}

function cancelled(): ZhujiError {
  return new ZhujiError('cancelled', {
    en: 'The work on tables was cancelled.',
    zh: '对数据表的操作已取消。',
  });
}

function timedOut(milliseconds: number): ZhujiError {
  const seconds = Math.round(milliseconds / 100) / 10;
  return new ZhujiError(
    'timeout',
    {
      en: `The query was stopped after ${seconds} s.`,
      zh: `查询运行 ${seconds} 秒后已停止。`,
    },
    {
      recovery: {
        en: 'Ask for fewer rows or fields, or add conditions.',
        zh: '请减少行数或字段，或增加过滤条件。',
      },
    },
  );
}
