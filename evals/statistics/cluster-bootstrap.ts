import { quantileSorted } from 'simple-statistics';
import type { Interval } from '../../src/methods/intervals/index.ts';
import { integer, type Rng } from '../../src/methods/random.ts';
import { mean } from './mean.ts';

export const defaultResamples = 4000;

/**
 * Percentile interval of the mean over items, resampling whole clusters with replacement, so that items of one machine
 * or steel count together. C. A. Field and A. H. Welsh, J. R. Stat. Soc. B 69 (2007) 369–390.
 *
 * @param clusters one list of item values per cluster; at least one item in all.
 */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  rng: Rng,
  { level = 0.95, resamples = defaultResamples } = {},
): Interval {
  const sums = clusters.map((values) => ({
    total: values.reduce((sum, value) => sum + value, 0),
    count: values.length,
  }));
  const means: number[] = [];
  for (let draw = 0; draw < resamples; draw++) {
    let total = 0;
    let count = 0;
    for (let pick = 0; pick < sums.length; pick++) {
      const cluster = sums[integer(rng, 0, sums.length - 1)];
      total += cluster?.total ?? 0;
      count += cluster?.count ?? 0;
    }
    means.push(total / count);
  }
  means.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return {
    estimate: mean(clusters.flat()),
    low: quantileSorted(means, tail),
    high: quantileSorted(means, 1 - tail),
    level,
  };
}
