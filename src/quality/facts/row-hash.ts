/** A number of 53 bits for the values of a record in some columns; equal for equal values, and for others different but for a chance of 2^-53. */
export function rowHasher(): (columns: readonly Float64Array[], place: number) => number {
  const value = new Float64Array(1);
  const words = new Uint32Array(value.buffer);
  return (columns, place) => {
    let [high, low] = [0x9e3779b9, 0x85ebca6b];
    for (const column of columns) {
      const one = column[place] ?? Number.NaN;
      // One NaN for all, and one zero.
      value[0] = Number.isNaN(one) ? Number.NaN : one + 0;
      const [first = 0, second = 0] = words;
      high = mixed(high ^ first, second);
      low = mixed(low ^ second, first ^ high);
    }
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
  };
}

/** The final mix of MurmurHash3, over two words. */
function mixed(a: number, b: number): number {
  let h = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
