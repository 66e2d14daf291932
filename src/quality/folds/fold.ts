import type { FieldFacts, TableFacts } from '../facts/types.ts';

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
   * sorts it. A fold of order `time` is not run where there is no time field.
   */
  readonly order: 'source' | 'time';
  /** What must be known before the pass, then the state of each series; `null`: nothing here that it could look at. */
  prepare(table: TableFacts): Promise<((series: Series) => FoldState<R>) | null>;
}

/** What a fold found in one series. */
export interface SeriesResult<R> {
  readonly series: Series;
  readonly result: R;
}

export interface FieldState<R> {
  /** Values of one field of one series: NaN where there is none. */
  push(values: Float64Array, block: SeriesBlock): void;
  finish(): R;
}

/** A fold that looks at each field by itself; results by field id. */
export function fieldFold<R>(fold: {
  readonly id: string;
  readonly order: Fold<R>['order'];
  /** Which fields it looks at. */
  fields(table: TableFacts): readonly FieldFacts[];
  /** What must be known of a field before the pass, then its state in each series; `null`: not this field. */
  prepare(facts: FieldFacts, table: TableFacts): Promise<((series: Series) => FieldState<R>) | null>;
}): Fold<ReadonlyMap<string, R>> {
  return {
    id: fold.id,
    order: fold.order,
    async prepare(table) {
      const starters: [string, (series: Series) => FieldState<R>][] = [];
      for (const facts of fold.fields(table)) {
        const start = await fold.prepare(facts, table);
        if (start) starters.push([facts.field.id, start]);
      }
      if (starters.length === 0) return null;
      return (series) => {
        const states = starters.map(([id, start]) => [id, start(series)] as const);
        return {
          push(block) {
            for (const [id, state] of states) state.push(block.column(id), block);
          },
          finish: () => new Map(states.map(([id, state]) => [id, state.finish()])),
        };
      };
    },
  };
}
