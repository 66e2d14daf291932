/** Means of the middle four fifths of each of `blocks` equal parts. */
export function blockMeans(values: Float64Array, blocks: number): Float64Array {
  return Float64Array.from({ length: blocks }, (_, block) => {
    const [from, to] = [block, block + 1].map((edge) => Math.round((edge * values.length) / blocks));
    const part = values.slice(from, to).sort();
    const cut = Math.floor(part.length / 10);
    const kept = part.subarray(cut, part.length - cut);
    return kept.reduce((sum, value) => sum + value, 0) / kept.length;
  });
}
