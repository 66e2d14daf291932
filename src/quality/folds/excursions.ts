import { isMeasurement } from '../facts/field-facts.ts';
import { quantileOf } from '../facts/sample.ts';
import { binOf, sizeBins } from '../signals/size-bins.ts';
import { fieldFold } from './fold.ts';

/** A value that stands off from the values before it and from those after it. */
export interface Excursion {
  readonly row: number;
  readonly time: number;
  readonly value: number;
  /** Distance to the nearer of both sides' medians, signed. */
  readonly residual: number;
}

export interface Excursions {
  /** Residuals, those that are 0 included. */
  readonly residuals: number;
  /** Number of residuals by size, see `binOf`. */
  readonly bins: Uint32Array;
  /** Number of distances to the median before by size, in the same bins: how far the field moves at all. */
  readonly moves: Uint32Array;
  /** The largest, at most `kept`, largest first. */
  readonly largest: readonly Excursion[];
}

/** Values on either side that the median is taken of: an excursion of up to three values does not move it. */
const side = 5;

/** Values of a short series from which one can stand off from the others. */
const fewest = 4;

/** Excursions that are kept of a series. */
const kept = 2000;

/**
 * How far each value of a measurement lies from the medians of the five values before it and after it, where both lie to one side of
 * it: a step lies off from one side only, a slope to different sides. In time order; the first and last five values have no residual. In a
 * series of fewer than eleven values each is compared with the median of the others.
 */
export const excursions = fieldFold<Excursions>({
  id: 'excursions',
  order: 'series',
  fields: ({ fields }) => fields.filter(({ field, constant }) => isMeasurement(field) && !constant),
  async prepare() {
    return () => {
      const span = 2 * side + 1;
      const values = new Float64Array(span);
      const rows = new Float64Array(span);
      const times = new Float64Array(span);
      const medians = new Float64Array(span);
      const counts = new Uint32Array(sizeBins);
      const moves = new Uint32Array(sizeBins);
      let seen = 0;
      let residuals = 0;
      let largest: Excursion[] = [];
      let least = 0;
      const take = (centre: number, before: number, after: number): void => {
        const value = values[centre] as number;
        const [left, right] = [value - before, value - after];
        residuals += 1;
        if (left !== 0) {
          const move = binOf(Math.abs(left));
          moves[move] = (moves[move] as number) + 1;
        }
        if (left * right <= 0) return;
        const residual = Math.abs(left) < Math.abs(right) ? left : right;
        const size = Math.abs(residual);
        const bin = binOf(size);
        counts[bin] = (counts[bin] as number) + 1;
        if (size <= least) return;
        largest.push({ row: rows[centre] as number, time: times[centre] as number, value, residual });
        if (largest.length < 2 * kept) return;
        largest = largest.toSorted(largestFirst).slice(0, kept);
        least = Math.abs(largest.at(-1)?.residual ?? 0);
      };
      return {
        push(column, block) {
          for (let place = 0; place < column.length; place += 1) {
            const value = column[place] as number;
            if (Number.isNaN(value)) continue;
            const at = seen % span;
            values[at] = value;
            rows[at] = block.rows[place] as number;
            times[at] = block.times ? (block.times[place] as number) : Number.NaN;
            if (seen >= side - 1) {
              const [e, d, c, b] = [at, at + span - 1, at + span - 2, at + span - 3];
              medians[at] = medianOfFive(
                values[(at + span - 4) % span] as number,
                values[b % span] as number,
                values[c % span] as number,
                values[d % span] as number,
                values[e] as number,
              );
            }
            // The window holds five values, the one looked at, and five more; a median lies where its last value does.
            if (seen >= span - 1) {
              take((at + side + 1) % span, medians[(at + side) % span] as number, medians[at] as number);
            }
            seen += 1;
          }
        },
        finish() {
          if (seen >= fewest && seen < span) {
            for (let place = 0; place < seen; place += 1) {
              const others = values
                .slice(0, seen)
                .filter((_, other) => other !== place)
                .sort();
              const median = quantileOf(others, 0.5);
              take(place, median, median);
            }
          }
          return {
            residuals,
            bins: counts,
            moves,
            largest: largest.toSorted(largestFirst).slice(0, kept),
          };
        },
      };
    };
  },
});

function largestFirst(a: Excursion, b: Excursion): number {
  return Math.abs(b.residual) - Math.abs(a.residual) || a.row - b.row;
}

/** By seven comparisons at most. */
function medianOfFive(a: number, b: number, c: number, d: number, e: number): number {
  let [low1, high1, low2, high2] = [a, b, c, d];
  if (low1 > high1) [low1, high1] = [high1, low1];
  if (low2 > high2) [low2, high2] = [high2, low2];
  // The smaller of the lows and the larger of the highs are not the median.
  const low = Math.max(low1, low2);
  const high = Math.min(high1, high2);
  // The median of three.
  if (low > high) return e > low ? low : Math.max(e, high);
  return e < low ? low : Math.min(e, high);
}
