import { medianOf } from '../facts/median.ts';
import { isTimeField, seriesFields } from '../facts/pass.ts';
import type { Fold } from './fold.ts';

/** A step from one record to the next that is far from the usual one. */
export interface ClockStep {
  /** Number of the later record within its series, from 0. */
  readonly index: number;
  /** How much longer than usual; negative: back in time, or too short. */
  readonly excess: number;
  /** Rows and times of both records. */
  readonly before: number;
  readonly after: number;
  readonly from: number;
  readonly to: number;
}

export interface ClockSteps {
  readonly points: number;
  /** Usual step; NaN where most are zero or there are too few. */
  readonly base: number;
  /** Where the series begins and ends, as it lies in the source. */
  readonly first: number;
  readonly last: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly steps: readonly ClockStep[];
  /** There were more unusual steps than are kept: the series has no regular clock. */
  readonly irregular: boolean;
}

/** Unusual steps that are kept of a series. */
const kept = 2000;
/** Steps that the usual one is the median of. */
const first = 1024;

/** Where the clock of a series leaps, records as they lie in the source. */
export const clockSteps: Fold<ClockSteps> = {
  id: 'clock_steps',
  order: 'source',
  async prepare({ recordSet, thresholds }) {
    const { time } = seriesFields(recordSet);
    if (time === undefined || !recordSet.fields.some((field) => field.id === time && isTimeField(field))) {
      return null;
    }
    // Both leaps of a shift agree within half a step.
    return () => clockState(thresholds.clock_steps - 0.5);
  },
};

/** Steps that differ from the usual one by `least` usual steps or more are leaps; a missing record or two is none. */
export function clockState(least: number) {
  let base = Number.NaN;
  let points = 0;
  let lastTime = Number.NaN;
  let lastRow = 0;
  const ends = { first: Number.NaN, firstRow: 0 };
  const steps: ClockStep[] = [];
  const early: number[][] = [];
  let irregular = false;

  const look = (time: number, row: number, before: number, beforeRow: number, index: number): void => {
    const excess = time - before - base;
    if (Math.abs(excess) < least * base) return;
    if (steps.length < kept)
      steps.push({ index, excess, before: beforeRow, after: row, from: before, to: time });
    else irregular = true;
  };
  const settle = (): void => {
    const sizes = early.map(([time = 0, , before = 0]) => time - before).filter((step) => step > 0);
    base = sizes.length >= 0.5 * early.length && sizes.length > 0 ? medianOf(sizes) : Number.NaN;
    for (const [time = 0, row = 0, before = 0, beforeRow = 0, index = 0] of early) {
      if (base > 0) look(time, row, before, beforeRow, index);
    }
    early.length = 0;
  };
  return {
    push({ times, rows }: { readonly times: Float64Array | null; readonly rows: Float64Array }): void {
      if (!times) return;
      for (let place = 0; place < times.length; place += 1) {
        const time = times[place] ?? Number.NaN;
        if (Number.isNaN(time)) continue;
        const row = rows[place] ?? 0;
        if (points === 0) [ends.first, ends.firstRow] = [time, row];
        else if (points <= first) {
          early.push([time, row, lastTime, lastRow, points]);
          if (points === first) settle();
        } else if (base > 0 && Math.abs(time - lastTime - base) >= least * base) {
          look(time, row, lastTime, lastRow, points);
        }
        points += 1;
        lastTime = time;
        lastRow = row;
      }
    },
    finish(): ClockSteps {
      if (points <= first) settle();
      return { points, base, ...ends, last: lastTime, lastRow, steps, irregular };
    },
  };
}
