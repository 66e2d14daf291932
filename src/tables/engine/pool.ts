import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { type RunOptions, runOn, type SqlRow, type SqlValue, streamOn } from '../session.ts';

/** Connections of one database; each runs one statement at a time, so that an interrupt meets its own query. */
export class ConnectionPool {
  readonly #database: DuckDBInstance;
  readonly #size: number;
  readonly #idle: DuckDBConnection[] = [];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  #made = 0;
  #closed = false;

  constructor(database: DuckDBInstance, size: number) {
    this.#database = database;
    this.#size = size;
  }

  async #take(): Promise<DuckDBConnection> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#made < this.#size) {
      this.#made += 1;
      return this.#database.connect();
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(connection: DuckDBConnection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else if (this.#closed) connection.closeSync();
    else this.#idle.push(connection);
  }

  /** Runs one statement on a connection of its own. */
  async all(sql: string, values: readonly SqlValue[], options: RunOptions): Promise<SqlRow[]> {
    const connection = await this.#take();
    try {
      return await runOn(connection, sql, values, options);
    } finally {
      this.#give(connection);
    }
  }

  /** Streams the chunks of one statement from a connection of its own. */
  async *stream(sql: string, options: RunOptions): AsyncGenerator<DuckDBDataChunk> {
    const connection = await this.#take();
    try {
      yield* streamOn(connection, sql, options);
    } finally {
      this.#give(connection);
    }
  }

  /** Statements that run are finished; their connections close after them. */
  close(): void {
    this.#closed = true;
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#database.closeSync();
  }
}
