import type { ColumnReading, Notice, Reading } from '../../../tables/index.ts';

/** How one record set was read from its file: what it takes to read it the same way again. */
export interface RecordSetReading {
  /** Path of the source file, as in the entry's `files`. */
  readonly file: string;
  /** Id under which the importer names this table of the file. */
  readonly table: string;
  readonly reading: Reading;
  /** Only columns that were not read the plain way, by field id. */
  readonly columns: Readonly<Record<string, ColumnReading>>;
  readonly notices: readonly Notice[];
}

/** By id of the record set. */
export type Readings = Readonly<Record<string, RecordSetReading>>;
