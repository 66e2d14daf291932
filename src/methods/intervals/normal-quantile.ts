import jstat from 'jstat';

/** Quantile of the standard normal distribution, e.g. 1.96 for 0.975. */
export function normalQuantile(probability: number): number {
  return jstat.jStat.normal.inv(probability, 0, 1);
}
