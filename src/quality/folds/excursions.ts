import { isMeasurement } from '../facts/field-facts.ts';
import { medianOf } from '../facts/median.ts';
import { seriesCount } from '../facts/series-count.ts';
import type { TableFacts } from '../facts/types.ts';
import { LargestExcursions } from '../signals/largest-excursions.ts';
import { SizeHistogram } from '../signals/size-histogram.ts';
import { fieldFold } from './fold.ts';

export interface Excursions {
  /** Residuals, those that are 0 included. */
  readonly residuals: number;
  /** Residuals by size. */
  readonly sizes: SizeHistogram;
  /** Distances to the median before, by size: how far the field moves at all. */
  readonly moves: SizeHistogram;
  readonly largest: LargestExcursions;
}

/** Values on either side that the median is taken of: an excursion of up to three values does not move it. */
const side = 5;

/** Values of a short series from which one can stand off from the others. */
const fewest = 4;

/** Excursions that are kept of a series, and of all series and fields together. */
const kept = { least: 50, most: 2000, together: 1_000_000 } as const;

const measured = ({ fields }: TableFacts) =>
  fields.filter(({ field, constant }) => isMeasurement(field) && !constant);

/**
 * How far each value of a measurement lies from the medians of the five values before it and after it, where both lie to one side of
 * it: a step lies off from one side only, a slope to different sides. In time order; the first and last five values have no residual. In a
 * series of fewer than eleven values each is compared with the median of the others.
 */
export const excursions = fieldFold<Excursions>({
  id: 'excursions',
  order: 'series',
  fields: measured,
  async prepare(_, table) {
    const share =
      kept.together / (measured(table).length * seriesCount(table.fields, table.thresholds.most_series));
    const most = Math.round(Math.min(kept.most, Math.max(kept.least, share)));
    return () => new ExcursionState(most);
  },
});

/** Values before a block that are still looked at: a value, and five on either side of it. */
const carried = 2 * side;

/** Room for a block and what it carries over, shared by all states, of which one is at work at a time. */
let room = {
  values: new Float64Array(),
  rows: new Float64Array(),
  times: new Float64Array(),
  medians: new Float64Array(),
};
type Room = typeof room;

function roomFor(size: number): Room {
  if (room.values.length < size) {
    const made = () => new Float64Array(size);
    room = { values: made(), rows: made(), times: made(), medians: made() };
  }
  return room;
}

class ExcursionState {
  #held = 0;
  #before = Object.fromEntries(
    (['values', 'rows', 'times', 'medians'] as const).map((part) => [part, new Float64Array(carried)]),
  ) as Room;
  #residuals = 0;
  #sizes = new SizeHistogram();
  #moves = new SizeHistogram();
  #largest: LargestExcursions;

  constructor(most: number) {
    this.#largest = new LargestExcursions(most);
  }

  push(
    column: Float64Array,
    { rows, times }: { readonly rows: Float64Array; readonly times: Float64Array | null },
  ): void {
    const held = this.#held;
    const now = roomFor(carried + column.length);
    for (const part of ['values', 'rows', 'times', 'medians'] as const) {
      for (let at = 0; at < held; at += 1) now[part][at] = this.#before[part][at] as number;
    }
    let size = held;
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place] as number;
      if (Number.isNaN(value)) continue;
      now.values[size] = value;
      now.rows[size] = rows[place] as number;
      now.times[size] = times === null ? Number.NaN : (times[place] as number);
      size += 1;
    }
    mediansOfFive(now.values, now.medians, held, size);
    // A median lies where its last value does.
    for (let at = Math.max(held, carried); at < size; at += 1) {
      this.#take(now, at - side, now.medians[at - side - 1] as number, now.medians[at] as number);
    }
    this.#held = Math.min(carried, size);
    for (const part of ['values', 'rows', 'times', 'medians'] as const) {
      for (let at = 0; at < this.#held; at += 1) {
        this.#before[part][at] = now[part][size - this.#held + at] as number;
      }
    }
  }

  finish(): Excursions {
    // Where eleven values or more were seen, the first had its turn.
    if (this.#residuals === 0 && this.#held >= fewest) {
      const values = this.#before.values.subarray(0, this.#held);
      for (let place = 0; place < this.#held; place += 1) {
        const median = medianOf(values.filter((_, other) => other !== place));
        this.#take(this.#before, place, median, median);
      }
    }
    this.#largest.trim();
    return { residuals: this.#residuals, sizes: this.#sizes, moves: this.#moves, largest: this.#largest };
  }

  #take({ values, rows, times }: Room, centre: number, before: number, after: number): void {
    const value = values[centre] as number;
    const left = value - before;
    const right = value - after;
    this.#residuals += 1;
    if (left !== 0) this.#moves.add(Math.abs(left));
    if (left * right <= 0) return;
    const residual = Math.abs(left) < Math.abs(right) ? left : right;
    const size = Math.abs(residual);
    this.#sizes.add(size);
    if (size > this.#largest.least) {
      this.#largest.add(rows[centre] as number, times[centre] as number, value, residual);
    }
  }
}

/** The median of each value from `from` on and the four before it. */
function mediansOfFive(values: Float64Array, medians: Float64Array, from: number, to: number): void {
  for (let at = Math.max(from, side - 1); at < to; at += 1) {
    const a = values[at - 4] as number;
    const b = values[at - 3] as number;
    const c = values[at - 2] as number;
    const d = values[at - 1] as number;
    const e = values[at] as number;
    // The smaller of two lows and the larger of two highs are not the median, but one of the other three is.
    const low = Math.max(Math.min(a, b), Math.min(c, d));
    const high = Math.min(Math.max(a, b), Math.max(c, d));
    medians[at] = Math.max(Math.min(low, high), Math.min(Math.max(low, high), e));
  }
}
