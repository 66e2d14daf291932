/** How often each value occurs, for columns of few values. */
export interface Tally {
  add(values: Float64Array, rows: Float64Array, from: number, to: number): void;
  /** Values that occur the most often, with a row that has them; ties in order of appearance. */
  top(most: number): readonly { readonly code: number; readonly count: number; readonly row: number }[];
  /** Values that were counted. */
  total(): number;
}

/**
 * Counts exactly up to `distinct` different values; of further ones, which there are none of where `distinct` is right, only the number.
 * An open hash table over the bits of the numbers: a `Map` costs several times as much per value.
 */
export function tally(distinct: number): Tally {
  const size = 2 ** Math.ceil(Math.log2(4 * Math.max(4, distinct)));
  const mask = size - 1;
  const codes = new Float64Array(size).fill(Number.NaN);
  const counts = new Float64Array(size);
  const rowsOf = new Float64Array(size);
  const bits = new Float64Array(1);
  const halves = new Int32Array(bits.buffer);
  const room = size >> 1;
  let used = 0;
  let others = 0;
  return {
    add(values, rows, from, to) {
      for (let place = from; place < to; place += 1) {
        const value = values[place] ?? Number.NaN;
        if (Number.isNaN(value)) continue;
        bits[0] = value === 0 ? 0 : value;
        const mixed = Math.imul((halves[0] ?? 0) ^ Math.imul(halves[1] ?? 0, 0x9e3779b1), 0x85ebca6b);
        let slot = (mixed ^ (mixed >>> 15)) & mask;
        let code = codes[slot] ?? Number.NaN;
        while (code !== value && !Number.isNaN(code)) {
          slot = (slot + 1) & mask;
          code = codes[slot] ?? Number.NaN;
        }
        if (code !== value) {
          if (used === room) {
            others += 1;
            continue;
          }
          used += 1;
          codes[slot] = value;
          rowsOf[slot] = rows[place] ?? Number.NaN;
        }
        counts[slot] = (counts[slot] ?? 0) + 1;
      }
    },
    top(most) {
      const slots = Array.from(codes.keys()).filter((slot) => !Number.isNaN(codes[slot]));
      const at = (array: Float64Array, slot: number) => array[slot] ?? Number.NaN;
      return slots
        .sort((a, b) => at(counts, b) - at(counts, a) || at(rowsOf, a) - at(rowsOf, b))
        .slice(0, most)
        .map((slot) => ({ code: at(codes, slot), count: at(counts, slot), row: at(rowsOf, slot) }));
    },
    total: () => counts.reduce((sum, count) => sum + count, others),
  };
}
