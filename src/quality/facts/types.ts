import type { DatasetEntry, Field, QueryResult, RecordSet, TableQuery } from '../../workspace/index.ts';
import type { Thresholds } from '../profile.ts';

/** A query over the record set at hand; what is left out is empty. */
export type Question = Partial<Omit<TableQuery, 'dataset' | 'recordSet'>>;

export interface FieldFacts {
  readonly field: Field;
  readonly present: number;
  /** Not counted (`null`) for structures, and for numbers that are neither identifier nor label: it is dear. */
  readonly distinct: number | null;
  /** One value wherever there is one. */
  readonly constant: boolean;
  /** Of numbers only. */
  readonly min: number | null;
  readonly max: number | null;
  /** Of measurements only, see {@link isMeasurement}. */
  readonly median: number | null;
}

export interface Duplicates {
  /** Records that repeat an earlier one in all the named fields. */
  readonly repeats: number;
  /** The last row of each of the ten largest groups. */
  readonly rows: readonly number[];
  readonly query: TableQuery;
}

export interface Gap {
  readonly interval: number;
  /** Source rows of the records before and after. */
  readonly before: number;
  readonly after: number;
}

/** A time field as it was sampled, summed over the series that the group fields make. */
export interface Timeline {
  readonly scanned: number;
  readonly series: number;
  /** Intervals between neighbours in source order, and those that go back in time. */
  readonly steps: number;
  readonly backward: number;
  readonly backwardRows: readonly number[];
  readonly points: number;
  readonly intervals: number;
  readonly equal: number;
  readonly missing: number;
  readonly redundant: number;
  readonly late: number;
  /** Longest first, at most ten. */
  readonly gaps: readonly Gap[];
  readonly gapCount: number;
  /** Median interval of the longest series; ms for dates and times, else the field's unit. */
  readonly base: number | null;
}

/** What measures share of one record set; asked of the engine once. */
export interface TableFacts {
  readonly entry: DatasetEntry;
  readonly recordSet: RecordSet;
  readonly thresholds: Thresholds;
  /** Content hash of the version that was read. */
  readonly hash: string;
  readonly rows: number;
  readonly fields: readonly FieldFacts[];
  question(question: Question): TableQuery;
  ask(question: Question): Promise<QueryResult>;
  duplicates(): Promise<Duplicates>;
  timeline(field: Field): Promise<Timeline>;
}
