/** What regular sampling would have given, and what there is. Counts of points, as Apache IoTDB's quality functions. */
export interface Sampling {
  /** Median interval. */
  readonly base: number;
  readonly points: number;
  /** Intervals that differ from the median by a tenth at most. */
  readonly equal: number;
  readonly missing: number;
  /** Points that come half an interval or less after the one before. */
  readonly redundant: number;
  /** Points that come too late: the gap before them is made up for by points that follow closely. */
  readonly late: number;
  /** Intervals of two or more medians that were not made up for: places (of the later point) in the input. */
  readonly gaps: readonly { readonly place: number; readonly interval: number }[];
}

/** Points that are looked at for late ones after a gap. */
const windowSize = 10;

export function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * Compares sorted `times` with regular sampling at their median interval. `null` for fewer than three points or
 * when half the points share their time. Source of the rules: Apache IoTDB, UDF library, data quality functions.
 */
export function samplingOf(times: readonly number[]): Sampling | null {
  const intervals = times.slice(1).map((time, place) => time - (times[place] ?? time));
  const base = medianOf(intervals);
  if (times.length < 3 || !(base > 0)) return null;
  const window = times.slice(0, windowSize).map((time, place) => ({ time, place }));
  let next = window.length;
  let missing = 0;
  let redundant = 0;
  let late = 0;
  const gaps: { place: number; interval: number }[] = [];
  for (;;) {
    const [first, second] = window;
    if (first === undefined || second === undefined) break;
    const steps = (second.time - first.time) / base;
    if (steps <= 0.5) {
      window.splice(1, 1);
      redundant += 1;
    } else {
      if (steps >= 2) {
        const wanted = Math.round(steps - 1);
        const found = takeLatePoints(window, base, wanted);
        late += found;
        missing += wanted - found;
        if (wanted > found) gaps.push({ place: second.place, interval: second.time - first.time });
      }
      window.shift();
    }
    while (window.length < windowSize && next < times.length) {
      window.push({ time: times[next] ?? Number.NaN, place: next });
      next += 1;
    }
  }
  const equal = intervals.filter((interval) => Math.abs(interval - base) <= base / 10).length;
  return { base, points: times.length, equal, missing, redundant, late, gaps };
}

/** Takes up to `wanted` points out of the window that follow another closely, before the next gap. */
function takeLatePoints(window: { time: number }[], base: number, wanted: number): number {
  let found = 0;
  for (let place = 2; place < window.length && found < wanted; ) {
    const steps = ((window[place]?.time ?? 0) - (window[place - 1]?.time ?? 0)) / base;
    if (steps >= 2) break;
    if (steps <= 0.5) {
      window.splice(place, 1);
      found += 1;
    } else {
      place += 1;
    }
  }
  return found;
}
