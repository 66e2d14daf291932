import { seriesFields } from '../facts/pass.ts';
import { type Sampling, samplingState } from '../facts/sampling.ts';
import type { Fold } from './fold.ts';

export interface TimeSampling {
  /** `null`: fewer than three points, or half of them share their time. */
  readonly sampling: Sampling | null;
  /** Points, and those that have the time of another one before them. */
  readonly points: number;
  readonly repeated: number;
  /** Rows of the repeated ones, 100,000 at most. */
  readonly repeatedRows: readonly number[];
}

const mostRows = 100_000;

/** How the field that orders the series was sampled, points in order of time. */
export const timeSampling: Fold<TimeSampling> = {
  id: 'time_sampling',
  order: 'time',
  strict: true,
  reads: () => [],
  async prepare({ recordSet }) {
    const { time } = seriesFields(recordSet);
    const field = recordSet.fields.find(({ id }) => id === time);
    if (!field) return null;
    // Declared in seconds, where times are milliseconds.
    const unit = field.type === 'integer' || field.type === 'number' ? 1 : 1000;
    const declared = field.interval === undefined ? undefined : field.interval * unit;
    return () => {
      const state = samplingState(declared);
      let last = Number.NaN;
      let points = 0;
      let repeated = 0;
      const repeatedRows: number[] = [];
      return {
        push({ times, rows }) {
          if (!times) return;
          for (let place = 0; place < times.length; place += 1) {
            const time = times[place] ?? Number.NaN;
            if (Number.isNaN(time)) continue;
            points += 1;
            if (time === last) {
              repeated += 1;
              if (repeatedRows.length < mostRows) repeatedRows.push(rows[place] ?? 0);
            }
            last = time;
          }
          state.push(times, rows);
        },
        finish: () => ({ sampling: state.finish(), points, repeated, repeatedRows }),
      };
    };
  },
};
