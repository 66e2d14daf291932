import { integer, type Rng } from './random.ts';

/**
 * `size` different whole numbers below `records`, ascending, each set of them equally likely, without a list of all.
 * R. W. Floyd, in J. Bentley, Communications of the ACM 30 (1987) 754–757.
 */
export function drawOrdinals(rng: Rng, records: number, size: number): number[] {
  const drawn = new Set<number>();
  for (let last = records - size; last < records; last++) {
    const one = integer(rng, 0, last);
    drawn.add(drawn.has(one) ? last : one);
  }
  return [...drawn].sort((a, b) => a - b);
}
