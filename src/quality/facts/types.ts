import type {
  Batch,
  DatasetEntry,
  Field,
  QueryResult,
  RecordSet,
  Repeats,
  ScanRequest,
  TableQuery,
} from '../../workspace/index.ts';
import type { Fold, SeriesResult } from '../folds/fold.ts';
import type { Thresholds } from '../profile.ts';
import type { Sample } from './sample.ts';

/** A query over the record set at hand; what is left out is empty. */
export type Question = Partial<Omit<TableQuery, 'dataset' | 'recordSet'>>;

/** A scan of the record set at hand, or of another one of the dataset. */
export type Scan = Omit<ScanRequest, 'dataset' | 'recordSet'> & { readonly recordSet?: string };

export interface FieldFacts {
  readonly field: Field;
  readonly present: number;
  /** Exact number of different values; `null` for structures. */
  readonly distinct: number | null;
  /** One value wherever there is one. */
  readonly constant: boolean;
  /** Values that are NaN or infinite; they count as present. */
  readonly notFinite: number;
  /** Of numbers only, and of finite ones. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Sample standard deviation (n − 1). */
  readonly sd: number | null;
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
  /** Records as a stream, for what no fold can do: texts, other record sets, a second look at records already chosen. */
  scan(scan: Scan): AsyncIterable<Batch>;
  /** Records that repeat an earlier one in the fields (default: all of them). */
  repeats(fields?: readonly string[]): Promise<Repeats>;
  /** About `sample_records` records, all of them where there are no more; the same ones at every call. */
  sample(): Promise<Sample>;
  /**
   * What a fold found, series by series. All folds of the measures at hand share one pass. `null`: it had nothing to look at,
   * or needs a time field and there is none.
   */
  fold<R>(fold: Fold<R>): Promise<readonly SeriesResult<R>[] | null>;
  /** What the pass of the folds covered. */
  coverage(): Promise<PassCoverage>;
  /** Values of the group fields of a series, e.g. `M3`; `''` where there is one series. */
  seriesName(firstRow: number): Promise<string>;
  timeline(field: Field): Promise<Timeline>;
}

/** How far the pass of the folds went. */
export interface PassCoverage {
  readonly records: number;
  /** Series followed; records of further ones were passed over. */
  readonly series: number;
  readonly passedOver: number;
  /** Neighbours in a series whose time runs backwards, in source order, and pairs of neighbours with a time. */
  readonly backward: number;
  readonly steps: number;
  /** The records were sorted by time for the folds that need it. */
  readonly sorted: boolean;
}
