import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImportedTable, type ImportOptions, importTables } from '../../tables/index.ts';
import { summaryFile } from './summary.ts';

/** A table that was read and placed as `<recordSet>.parquet`, its summary beside it. */
export interface PlacedTable extends Omit<ImportedTable, 'parquet' | 'summary'> {
  readonly recordSet: string;
}

/**
 * Reads one file and places its tables in `tables`, each under the id of its record set that `idOf` gives; a table
 * without one is thrown away. Errors: those of `importTables`.
 */
export async function importFile(
  file: string,
  tables: string,
  idOf: (table: ImportedTable) => string | undefined,
  options: ImportOptions,
): Promise<PlacedTable[]> {
  const aside = join(tables, '.importing');
  await mkdir(aside, { recursive: true });
  try {
    const placed: PlacedTable[] = [];
    for (const { parquet, summary, ...table } of await importTables(file, aside, options)) {
      const recordSet = idOf({ parquet, summary, ...table });
      if (recordSet === undefined) continue;
      await rename(parquet, join(tables, `${recordSet}.parquet`));
      await writeFile(summaryFile(tables, recordSet), JSON.stringify(summary));
      placed.push({ ...table, recordSet });
    }
    return placed;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
