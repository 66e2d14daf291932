import type { FieldStatistics, FieldType, OnProgress, Text, Unit } from '../workspace/index.ts';

/** A column of an imported table: what a catalog `Field` needs and a file can show. */
export interface SourceColumn {
  /** Name in the source, e.g. `Air temperature [K]`; `column_3` where the source has none. */
  readonly name: string;
  /** Name in the Parquet file and in queries, e.g. `air_temperature`; unique in its table. */
  readonly id: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly statistics: FieldStatistics;
  /** How the texts of this column were read, where that is not the plain way. */
  readonly reading: ColumnReading;
}

export interface ColumnReading {
  /** Texts that were read as missing and occur in this column, with their number of cells. */
  readonly missing: Readonly<Record<string, number>>;
  /** `strptime` format of dates that are not ISO 8601, e.g. `%d/%m/%Y %H:%M`. */
  readonly dateFormat?: string;
  readonly decimalMark?: ',';
  /** Type in the source file, where it has types: e.g. `DECIMAL(7,3)`, `STRUCT(a INTEGER)`. */
  readonly sourceType?: string;
  /** True for binary values, which are served as hexadecimal text. */
  readonly hexadecimal?: boolean;
}

export const sourceFormats = ['delimited', 'blank-separated', 'json', 'ndjson', 'parquet', 'xlsx'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** How a table was read: enough to read it the same way again. */
export interface Reading {
  readonly format: SourceFormat;
  /** WHATWG label: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`; `utf-8+gb18030` for lines of either. Text formats only. */
  readonly encoding?: string;
  readonly byteOrderMark?: boolean;
  /** Delimited text only; `null` where the table has one column. */
  readonly delimiter?: string | null;
  readonly quote?: string | null;
  readonly escape?: string | null;
  /** 1-based line of the header; `null` where there is none. */
  readonly headerLine?: number | null;
  /** 1-based line of the first record. */
  readonly firstLine?: number;
  /** What starts a comment line, e.g. `#`. */
  readonly comment?: string | null;
  /** Spaces after the delimiter belong to the file's layout, not to the values. */
  readonly trimmed?: boolean;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** Member of a JSON object that holds the records. */
  readonly member?: string;
}

export const noticeCodes = [
  'blank_header',
  'duplicate_header',
  'no_header',
  'lines_skipped',
  'blank_rows_skipped',
  'short_rows',
  'long_rows',
  'missing_marks',
  'date_order_recognised',
  'date_order_ambiguous',
  'mixed_types',
  'leading_zeros',
  'decimal_comma',
  'encoding',
  'mixed_encoding',
  'last_line_cut',
  'no_rows',
  'nested',
  'binary',
  'not_finite',
  'type_changed',
  'sheet_skipped',
  'members_skipped',
  'empty_column',
  'line_ends',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** Something about the reading of a table that its user should know. */
export interface Notice {
  readonly code: NoticeCode;
  readonly message: Text;
  readonly where: { readonly column?: string; readonly line?: number; readonly sheet?: string };
}

/** Of all records of a column, as they were written. */
export interface ColumnSummary extends FieldStatistics {
  readonly id: string;
  /** No number of it is NaN or infinite. */
  readonly finite: boolean;
}

/** What the engine need not read a written table for again. */
export interface TableSummary {
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
}

/** One table, read into a Parquet file whose row order is the order of the source. */
export interface ImportedTable {
  /** Id of the record set; the file is `<id>.parquet`. */
  readonly id: string;
  /** Absolute path. */
  readonly parquet: string;
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  readonly summary: TableSummary;
  readonly reading: Reading;
  readonly notices: readonly Notice[];
}

export interface ImportOptions {
  /** Id of the one table; default: from the file's name. Ids of several are made from their sheets. */
  readonly id?: string;
  /** A former reading: nothing is detected that it states. */
  readonly reading?: Partial<Reading>;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}
