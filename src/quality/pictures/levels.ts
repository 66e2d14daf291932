/** Sums and counts of the values of each window. */
export interface Levels {
  readonly sums: Float64Array;
  readonly present: Float64Array;
  add(values: Float64Array, from: number, to: number, window: number): void;
}

export function levels(windows: number): Levels {
  const sums = new Float64Array(windows);
  const present = new Float64Array(windows);
  return {
    sums,
    present,
    add(values, from, to, window) {
      let sum = 0;
      let count = 0;
      for (let place = from; place < to; place += 1) {
        const value = values[place] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        sum += value;
        count += 1;
      }
      sums[window] = (sums[window] ?? 0) + sum;
      present[window] = (present[window] ?? 0) + count;
    },
  };
}
