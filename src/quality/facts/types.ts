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

/** Records that share the values of all group fields, in the order of the pass. */
export interface Series {
  /** From 0, in order of appearance. */
  readonly index: number;
  /** Source row of its first record. */
  readonly firstRow: number;
}

/** Neighbouring records of one series. Good only during the call that hands it over. */
export interface SeriesBlock {
  readonly size: number;
  readonly rows: Float64Array;
  /** Milliseconds, or the unit of a numeric time field; `null` where the record set has no time field. */
  readonly times: Float64Array | null;
  /** As in `Batch`: NaN where there is no value. Fields that are structures have no column. */
  column(field: string): Float64Array;
}

export interface FoldState<R> {
  push(block: SeriesBlock): void;
  finish(): R;
}

/**
 * A streaming detector: one state per series, fed block by block, so that all folds of a report share one pass.
 * State is of constant size, or capped.
 */
export interface Fold<R> {
  readonly id: string;
  /**
   * `source`: records as they lie in the source. `time`: ordered by time within their series; where the source is not, a second pass
   * sorts it. A fold of order `time` is not run where there is no time field. `series`: by time where there is a time field, else as
   * they lie.
   */
  readonly order: 'source' | 'time' | 'series';
  /** Not one pair of neighbours may run backwards in time, or the records are sorted. */
  readonly strict?: boolean;
  /** Fields that it reads, for a second pass to read no others; all where absent. */
  reads?(table: TableFacts): readonly string[];
  /** What must be known before the pass, then the state of each series; `null`: nothing here that it could look at. */
  prepare(table: TableFacts): Promise<((series: Series) => FoldState<R>) | null>;
}

/** What a fold found in one series. */
export interface SeriesResult<R> {
  readonly series: Series;
  readonly result: R;
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
  /** Starts the pass of the folds, if there are any; what goes wrong in it is told to who asks for a fold. */
  begin(): void;
  /** What the pass of the folds covered. */
  coverage(): Promise<PassCoverage>;
  /** Values of the group fields of a series, e.g. `M3`; `''` where there is one series. */
  seriesName(firstRow: number): Promise<string>;
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
