import type { FieldType, Unit } from './entries.ts';

export const comparisons = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  'not_in',
  'between',
  'not_between',
  'contains',
  'is_missing',
  'is_present',
] as const;
export type Comparison = (typeof comparisons)[number];

export type Scalar = string | number | boolean;

/** One condition; the conditions of a query all hold. */
export interface Condition {
  readonly field: string;
  readonly op: Comparison;
  /** Absent for `is_missing` and `is_present`; a list for `in` and `not_in`; both ends, which belong to it, for `between` and `not_between`. */
  readonly value?: Scalar | readonly Scalar[];
}

export const aggregates = ['count', 'count_distinct', 'min', 'max', 'mean', 'sum', 'sd', 'median'] as const;
export type Aggregate = (typeof aggregates)[number];

/** A field, or an aggregate of one (`count` may go without a field). */
export interface Selection {
  readonly field?: string;
  readonly aggregate?: Aggregate;
}

/**
 * A structured query over one record set. Plain fields beside aggregates are the groups.
 * `row` is a field of every record set: the 1-based place of the record in its source.
 */
export interface TableQuery {
  readonly dataset: string;
  /** May be left out where the dataset has one record set. */
  readonly recordSet?: string;
  /** All fields where empty. */
  readonly select: readonly Selection[];
  readonly where: readonly Condition[];
  readonly order: readonly {
    readonly by: Selection;
    readonly descending: boolean;
  }[];
  readonly limit: number;
  readonly offset: number;
}

export type Cell = string | number | boolean | null;

export interface ResultColumn {
  /** Field id, or e.g. `mean(torque)`. */
  readonly name: string;
  readonly type: FieldType;
  readonly unit: Unit | null;
}

export interface QueryResult {
  readonly dataset: string;
  readonly recordSet: string;
  /** Content hash of the dataset that was read. */
  readonly hash: string;
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** Source row number of each row; `null` where the rows are aggregates. */
  readonly rowNumbers: readonly number[] | null;
  /** Rows that satisfy the query, before limit and offset. */
  readonly total: number;
  /** Source records that the conditions let through: what an aggregate rests on. */
  readonly matched: number;
}

export interface QueryOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds; default: the engine's. */
  readonly timeout?: number;
}

/** Records of one record set as a stream. */
export interface ScanRequest {
  readonly dataset: string;
  readonly recordSet: string;
  /** Fields that come as numbers, see {@link Batch}. */
  readonly fields: readonly string[];
  /** Fields that come as text. */
  readonly texts?: readonly string[];
  /** A sample: one record in so many, chosen by a hash of its place, so that no period of the data meets one of the sample. */
  readonly oneIn?: number;
  /** Fields to sort by, ascending, missing last, ties in source order; source order where absent. */
  readonly order?: readonly string[];
}

/**
 * Some records, column by column. A column of numbers is what a field holds: booleans as 0 and 1, dates and times as milliseconds
 * (since 1970 or midnight, UTC), texts and structures as codes: equal codes for equal texts, and for others different ones, but for
 * a chance of 2^-53. NaN: missing, or no finite number.
 */
export interface Batch {
  /** 1-based places of the records in their source. */
  readonly rows: Float64Array;
  /** One for each of `fields`. */
  readonly columns: readonly Float64Array[];
  /** One for each of `texts`. */
  readonly texts: readonly (readonly (string | null)[])[];
}

/** Records that are equal to an earlier one. */
export interface Repeats {
  readonly count: number;
  /** Their rows, ascending, 100,000 at most. */
  readonly rows: readonly number[];
}

/** Reads the tables of a workspace. Dates come as ISO 8601 text; integers beyond 2^53 as text. */
export interface TableEngine {
  /** Errors: `not_found` (dataset, record set, field: with the valid names), `invalid_argument`, `cancelled`, `timeout`. */
  query(query: TableQuery, options?: QueryOptions): Promise<QueryResult>;
  /** Batches are only good until the next one is asked for. Errors as `query`, but no timeout. */
  scan(request: ScanRequest, options?: QueryOptions): AsyncIterable<Batch>;
  /**
   * Records that repeat an earlier one in all of `fields` (default: every field). Missing equals missing, but a record without
   * any value in them repeats nothing. Errors as `query`, but no timeout.
   */
  repeats(
    dataset: string,
    recordSet: string,
    fields?: readonly string[],
    options?: QueryOptions,
  ): Promise<Repeats>;
  /** The same tables without the named source rows of one record set: for holding out what is asked about. */
  without(dataset: string, recordSet: string, rows: readonly number[]): TableEngine;
  close(): Promise<void>;
}
