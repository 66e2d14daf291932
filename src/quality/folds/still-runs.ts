import { isMeasurement } from '../facts/field-facts.ts';
import { fieldFold } from './fold.ts';

/** Neighbouring records of a series with one value. */
export interface StillRun {
  readonly value: number;
  readonly length: number;
  readonly from: number;
  readonly to: number;
  /** Times of the first and last record; NaN where there is none. */
  readonly start: number;
  readonly end: number;
}

export interface StillRuns {
  /** Values, and the runs of equal neighbours that they fall into. */
  readonly values: number;
  readonly runs: number;
  /** The longest runs, at most `kept`, longest first. */
  readonly longest: readonly StillRun[];
}

/** Runs that are kept of a series. */
const kept = 30;

/** How long a measurement holds one value, in time order. Records without a value are passed over. */
export const stillRuns = fieldFold<StillRuns>({
  id: 'still_runs',
  order: 'series',
  fields: ({ fields }) => fields.filter(({ field, constant }) => isMeasurement(field) && !constant),
  prepare: async () => () => new StillState(),
});

class StillState {
  #values = 0;
  #runs = 0;
  /** The run at hand. */
  #held = Number.NaN;
  #length = 0;
  #from = 0;
  #to = 0;
  #start = Number.NaN;
  #end = Number.NaN;
  #longest: StillRun[] = [];
  #least = 1;

  push(
    column: Float64Array,
    { rows, times }: { readonly rows: Float64Array; readonly times: Float64Array | null },
  ): void {
    let [values, runs, length, held] = [0, 0, this.#length, this.#held];
    /** Place of the last value; −1: in an earlier block. */
    let last = -1;
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place] as number;
      if (value !== held) {
        if (Number.isNaN(value)) continue;
        if (length > this.#least) this.#close(length, last, rows, times);
        held = value;
        this.#held = value;
        this.#from = rows[place] as number;
        this.#start = times ? (times[place] as number) : Number.NaN;
        length = 0;
        runs += 1;
      }
      values += 1;
      length += 1;
      last = place;
    }
    this.#values += values;
    this.#runs += runs;
    this.#length = length;
    this.#reach(last, rows, times);
  }

  finish(): StillRuns {
    if (this.#length > this.#least) this.#keep(this.#length);
    return {
      values: this.#values,
      runs: this.#runs,
      longest: this.#longest.toSorted(longestFirst).slice(0, kept),
    };
  }

  #reach(last: number, rows: Float64Array, times: Float64Array | null): void {
    if (last < 0) return;
    this.#to = rows[last] as number;
    this.#end = times ? (times[last] as number) : Number.NaN;
  }

  #close(length: number, last: number, rows: Float64Array, times: Float64Array | null): void {
    this.#reach(last, rows, times);
    this.#keep(length);
  }

  #keep(length: number): void {
    this.#longest.push({
      value: this.#held,
      length,
      from: this.#from,
      to: this.#to,
      start: this.#start,
      end: this.#end,
    });
    if (this.#longest.length < 4 * kept) return;
    this.#longest = this.#longest.toSorted(longestFirst).slice(0, kept);
    this.#least = this.#longest.at(-1)?.length ?? 1;
  }
}

function longestFirst(a: StillRun, b: StillRun): number {
  return b.length - a.length || a.from - b.from;
}
