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
  async prepare() {
    return () => {
      let [values, runs, length, from, to] = [0, 0, 0, 0, 0];
      let [held, start, end] = [Number.NaN, Number.NaN, Number.NaN];
      let longest: StillRun[] = [];
      let least = 1;
      const close = (): void => {
        if (length <= least) return;
        longest.push({ value: held, length, from, to, start, end });
        if (longest.length < 4 * kept) return;
        longest = longest.toSorted(longestFirst).slice(0, kept);
        least = longest.at(-1)?.length ?? 1;
      };
      return {
        push(column, { rows, times }) {
          for (let place = 0; place < column.length; place += 1) {
            const value = column[place] as number;
            if (value !== held) {
              if (Number.isNaN(value)) continue;
              close();
              held = value;
              length = 0;
              runs += 1;
              from = rows[place] as number;
              start = times ? (times[place] as number) : Number.NaN;
            }
            values += 1;
            length += 1;
            to = rows[place] as number;
            end = times ? (times[place] as number) : Number.NaN;
          }
        },
        finish() {
          close();
          return { values, runs, longest: longest.toSorted(longestFirst).slice(0, kept) };
        },
      };
    };
  },
});

function longestFirst(a: StillRun, b: StillRun): number {
  return b.length - a.length || a.from - b.from;
}
