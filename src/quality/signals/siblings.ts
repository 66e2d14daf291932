import jstat from 'jstat';

export interface SiblingLimits {
  /** Distance from the others in robust standard deviations within a series, from which a series is apart. */
  readonly group_drift_size: number;
  /** Probability that one of the series lies so far off by chance. */
  readonly group_drift_chance: number;
}

/** A series whose level is not that of its siblings. */
export interface Apart {
  readonly series: number;
  /** Distance from the mean of the others. */
  readonly distance: number;
  /** The same in robust standard deviations within a series. */
  readonly size: number;
}

/** Fewest siblings beside the one that is asked about. */
const fewest = 4;

/**
 * Series that lie apart from the others: by Student's t of one more draw from the distribution of the others' medians (Bonferroni), and
 * far for what varies within a series. Machines differ by design; only one among many that agree is told.
 */
export function apartFromSiblings(
  medians: readonly number[],
  scales: readonly number[],
  { group_drift_size, group_drift_chance }: SiblingLimits,
): readonly Apart[] {
  const count = medians.length;
  const within = Float64Array.from(scales).sort()[scales.length >> 1] ?? 0;
  if (count < fewest + 1 || !(within > 0)) return [];
  const freedom = count - 2;
  const limit = studentLimit(group_drift_chance / count, freedom);
  return medians.flatMap((own, series) => {
    const others = medians.filter((_, place) => place !== series);
    const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
    const squares = others.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const sd = Math.max(Math.sqrt(squares / freedom), within / 20);
    const distance = own - mean;
    const size = distance / within;
    const apart = Math.abs(distance) > limit * sd * Math.sqrt(1 + 1 / others.length);
    return apart && Math.abs(size) >= group_drift_size ? [{ series, distance, size }] : [];
  });
}

/** Two-sided limit of Student's t: t² = ν (1 − b) / b with b the quantile of Beta(ν/2, 1/2). */
function studentLimit(chance: number, freedom: number): number {
  const b = jstat.jStat.beta.inv(chance, freedom / 2, 0.5);
  return Math.sqrt((freedom * (1 - b)) / b);
}
