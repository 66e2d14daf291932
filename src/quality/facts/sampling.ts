import { medianOf } from './median.ts';

/** A pause between two points that no late point makes up for. */
export interface Gap {
  readonly interval: number;
  /** Source rows and times of the records on both sides. */
  readonly before: number;
  readonly after: number;
  readonly start: number;
  readonly end: number;
}

/** What regular sampling would have given, and what there is. Counts of points, as Apache IoTDB's quality functions. */
export interface Sampling {
  /** Declared interval, or the median of the first ones. */
  readonly base: number;
  /** Median of the first intervals, whatever is declared. */
  readonly usual: number;
  readonly points: number;
  /** Intervals that differ from `base` by a tenth at most. */
  readonly equal: number;
  readonly missing: number;
  /** Points that come half an interval or less after the one before. */
  readonly redundant: number;
  /** Points that come too late: the gap before them is made up for by points that follow closely. */
  readonly late: number;
  readonly gapCount: number;
  /** Longest first, at most ten. */
  readonly gaps: readonly Gap[];
}

/** Points that are looked at for late ones after a gap. */
const windowSize = 10;
/** Intervals that the usual one is the median of. */
const first = 4096;
const bufferSize = 2 * first;
const keptGaps = 10;

/**
 * Compares points, pushed in order of time, with regular sampling at the `declared` interval or else at the median of the first
 * intervals; only a window of them is held. `null` for fewer than three points, or when half of the first share their time.
 * Source of the rules: Apache IoTDB, UDF library, data quality functions.
 */
export function samplingState(declared?: number) {
  const times = new Float64Array(bufferSize);
  const rows = new Float64Array(bufferSize);
  let [start, end] = [0, 0];
  let [base, usual] = [Number.NaN, Number.NaN];
  const counts = { missing: 0, redundant: 0, late: 0, gapCount: 0 };
  let [points, equal, tenth] = [0, 0, Number.NaN];
  const gaps: Gap[] = [];
  let last = Number.NaN;

  const at = (place: number): number => times[place] ?? Number.NaN;
  /** The point at `place` is no longer looked at; those before it in the window move up. */
  const drop = (place: number): void => {
    for (let one = place; one > start; one -= 1) {
      times[one] = times[one - 1] ?? Number.NaN;
      rows[one] = rows[one - 1] ?? Number.NaN;
    }
    start += 1;
  };
  /** Takes up to `wanted` points out of the window that follow another closely, before the next gap. */
  const takeLatePoints = (to: number, wanted: number): number => {
    let found = 0;
    for (let place = start + 2; place < to && found < wanted; place += 1) {
      const steps = (at(place) - at(place - 1)) / base;
      if (steps >= 2) break;
      if (steps > 0.5) continue;
      drop(place);
      found += 1;
    }
    return found;
  };
  const note = (gap: Gap): void => {
    counts.gapCount += 1;
    if (gaps.length === keptGaps && gap.interval <= (gaps.at(-1)?.interval ?? 0)) return;
    gaps.push(gap);
    gaps.sort((a, b) => b.interval - a.interval || a.after - b.after);
    gaps.length = Math.min(gaps.length, keptGaps);
  };
  const look = (): void => {
    const interval = at(start + 1) - at(start);
    const steps = interval / base;
    if (steps <= 0.5) {
      drop(start + 1);
      counts.redundant += 1;
      return;
    }
    if (steps >= 2) {
      const [before, from] = [rows[start] ?? 0, at(start)];
      const [after, to] = [rows[start + 1] ?? 0, at(start + 1)];
      const wanted = Math.round(steps - 1);
      const found = takeLatePoints(Math.min(end, start + windowSize), wanted);
      counts.late += found;
      counts.missing += wanted - found;
      if (wanted > found) note({ interval, before, after, start: from, end: to });
    }
    start += 1;
  };
  const fix = (): void => {
    const intervals = new Float64Array(Math.max(0, end - 1));
    for (let place = 1; place < end; place += 1) intervals[place - 1] = at(place) - at(place - 1);
    usual = medianOf(intervals);
    base = declared ?? usual;
    tenth = base / 10;
    for (const interval of intervals) if (Math.abs(interval - base) <= tenth) equal += 1;
  };

  return {
    /** Both of the same length; a point whose time is NaN is none. */
    push(newTimes: Float64Array, newRows: Float64Array): void {
      for (let place = 0; place < newTimes.length; place += 1) {
        const time = newTimes[place] ?? Number.NaN;
        if (Number.isNaN(time)) continue;
        if (end === bufferSize) {
          times.copyWithin(0, start, end);
          rows.copyWithin(0, start, end);
          [start, end] = [0, end - start];
        }
        times[end] = time;
        rows[end] = newRows[place] ?? Number.NaN;
        end += 1;
        points += 1;
        if (Number.isNaN(base)) {
          if (end > first) {
            fix();
            while (end - start >= windowSize && base > 0) look();
          }
        } else {
          if (Math.abs(time - last - base) <= tenth) equal += 1;
          if (!(base > 0)) start = end - 1;
          else if (end - start >= windowSize) {
            const interval = (times[start + 1] ?? 0) - (times[start] ?? 0);
            if (interval > 5 * tenth && interval < 20 * tenth) start += 1;
            else look();
          }
        }
        last = time;
      }
    },
    finish(): Sampling | null {
      if (Number.isNaN(base)) fix();
      if (points < 3 || !(base > 0)) return null;
      while (end - start >= 2) look();
      return { base, usual, points, equal, ...counts, gaps };
    },
  };
}
