import { fieldFold } from './fold.ts';

/** Neighbouring records of a series without a value. */
export interface MissingRun {
  readonly length: number;
  readonly from: number;
  readonly to: number;
  /** Times of the first and last record; NaN where there is none. */
  readonly start: number;
  readonly end: number;
}

export interface MissingRuns {
  readonly records: number;
  readonly missing: number;
  /** The longest, at most `kept`, longest first. */
  readonly runs: readonly MissingRun[];
}

/** Runs that are kept of a series. */
const kept = 20;

/** Where the values that a field lacks lie together, in source order. */
export const missingRuns = fieldFold<MissingRuns>({
  id: 'missing_runs',
  order: 'source',
  fields: ({ fields, rows }) =>
    fields.filter(({ field, present }) => field.type !== 'structure' && present > 0 && present < rows),
  async prepare() {
    return () => {
      let [records, missing, length, from, to] = [0, 0, 0, 0, 0];
      let [start, end] = [Number.NaN, Number.NaN];
      let runs: MissingRun[] = [];
      let least = 1;
      const close = (): void => {
        if (length > least) {
          runs.push({ length, from, to, start, end });
          if (runs.length >= 4 * kept) {
            runs = runs.toSorted((a, b) => b.length - a.length).slice(0, kept);
            least = runs.at(-1)?.length ?? 1;
          }
        }
        length = 0;
      };
      return {
        push(values, { rows, times }) {
          records += values.length;
          for (let place = 0; place < values.length; place += 1) {
            const value = values[place] ?? Number.NaN;
            if (!Number.isNaN(value)) {
              if (length > 0) close();
              continue;
            }
            missing += 1;
            to = rows[place] ?? 0;
            end = times?.[place] ?? Number.NaN;
            if (length === 0) [from, start] = [to, end];
            length += 1;
          }
        },
        finish() {
          close();
          return { records, missing, runs: runs.toSorted((a, b) => b.length - a.length).slice(0, kept) };
        },
      };
    };
  },
});
