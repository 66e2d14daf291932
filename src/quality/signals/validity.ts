import { medianInPlace } from '../facts/median.ts';

/** Values of which there must be more, as in the source. */
const fewest = 10;

/**
 * How many values, changes, speeds and changes of speed lie beyond three robust standard deviations of their kind, of one series in
 * order of time. Missing values (NaN or infinite) are interpolated over time first, at the ends extrapolated. `null` for ten points or
 * fewer, or fewer than two values. Between points of one time there is no speed.
 * Source: Apache IoTDB, UDF library, data quality functions (VALIDITY).
 */
export function validityOutliers(times: ArrayLike<number>, values: ArrayLike<number>): number | null {
  if (values.length <= fewest) return null;
  const whole = interpolated(times, values);
  if (!whole) return null;
  const changes = changesOf(whole);
  const spans = changesOf(times);
  const speeds = changes.map((change, place) => {
    const span = spans[place] ?? Number.NaN;
    return span > 0 ? change / span : Number.NaN;
  });
  return outliers(whole) + outliers(changes) + outliers(speeds) + outliers(changesOf(speeds));
}

function changesOf(values: ArrayLike<number>): Float64Array {
  const changes = new Float64Array(Math.max(0, values.length - 1));
  for (let place = 0; place < changes.length; place += 1) {
    changes[place] = (values[place + 1] ?? Number.NaN) - (values[place] ?? Number.NaN);
  }
  return changes;
}

function outliers(all: Float64Array): number {
  const values = new Float64Array(all.length);
  let size = 0;
  for (let place = 0; place < all.length; place += 1) {
    const value = all[place] as number;
    if (Number.isNaN(value)) continue;
    values[size] = value;
    size += 1;
  }
  const distances = values.subarray(0, size);
  const middle = medianInPlace(distances);
  for (let place = 0; place < size; place += 1) {
    distances[place] = Math.abs((distances[place] as number) - middle);
  }
  const limit = 3 * 1.4826 * medianInPlace(distances);
  let count = 0;
  for (let place = 0; place < size; place += 1) if ((distances[place] as number) > limit) count += 1;
  return count;
}

function interpolated(times: ArrayLike<number>, values: ArrayLike<number>): Float64Array | null {
  const whole = Float64Array.from(values);
  const known: number[] = [];
  whole.forEach((value, place) => {
    if (Number.isFinite(value)) known.push(place);
  });
  if (known.length < 2) return null;
  let right = 1;
  for (let place = 0; place < whole.length; place += 1) {
    while (right < known.length - 1 && (known[right] ?? 0) < place) right += 1;
    if (Number.isFinite(whole[place])) continue;
    const [from, to] = [known[right - 1] ?? 0, known[right] ?? 0];
    const [start, low] = [times[from] ?? 0, whole[from] ?? 0];
    const span = (times[to] ?? 0) - start;
    const share = span > 0 ? ((times[place] ?? 0) - start) / span : 0;
    whole[place] = low + ((whole[to] ?? 0) - low) * share;
  }
  return whole;
}
