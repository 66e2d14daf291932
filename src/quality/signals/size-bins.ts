/** Bins of an eighth of an octave, from 2^-64 to 2^64; what is smaller or larger falls into the outermost. */
export const sizeBins = 1024;

/** Exponent and three leading bits of a double's fraction, less those of 2^-64. */
const first = (1023 - 64) << 3;

const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
/** Place of the word with the exponent: the machine's order of bytes decides. */
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Bin of a positive size: read from the bits of the double, where a logarithm would cost ten times as much. */
export function binOf(size: number): number {
  number[0] = size;
  const bin = ((words[high] as number) >>> 17) - first;
  return bin < 0 ? 0 : bin >= sizeBins ? sizeBins - 1 : bin;
}

/** Lower edge of a bin. */
export function edgeOf(bin: number): number {
  number[0] = 0;
  words[high] = ((bin + first) << 17) >>> 0;
  return number[0];
}
