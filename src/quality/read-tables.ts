import type { DatasetEntry, TableEngine, Text } from '../workspace/index.ts';
import { ZhujiError } from '../workspace/index.ts';
import { type TableFactsOptions, tableFacts } from './facts/table-facts.ts';
import type { TableFacts } from './facts/types.ts';

/** What was read of a dataset, and what could not be. */
export interface Reading {
  readonly tables: readonly TableFacts[];
  readonly unreadable: readonly { readonly recordSet: string; readonly reason: Text }[];
}

/** Errors that say something about the checking, not about the data. */
const ours = new Set(['cancelled', 'timeout', 'locked', 'internal', 'denied']);

/** Reads the facts of every record set. A table that cannot be read is named. Errors: `cancelled`, `timeout`, `internal`. */
export async function readTables(
  tables: TableEngine,
  entry: DatasetEntry,
  options: TableFactsOptions,
): Promise<Reading> {
  const read: TableFacts[] = [];
  const unreadable: { recordSet: string; reason: Text }[] = [];
  for (const recordSet of entry.recordSets) {
    options.signal?.throwIfAborted();
    try {
      read.push(await tableFacts(tables, entry, recordSet, options));
    } catch (error) {
      if (!ZhujiError.is(error) || ours.has(error.code)) throw error;
      unreadable.push({ recordSet: recordSet.id, reason: { en: error.message, zh: error.in('zh').message } });
    }
  }
  return { tables: read, unreadable };
}
