import { type Interval, wilson } from '../../src/methods/intervals/index.ts';
import { mean } from './mean.ts';

/**
 * Interval of a mean score between 0 and 1 over items in clusters: Wilson's with the effective number of items, which is
 * what items of one machine or steel are worth when they go right and wrong together; never more than there are.
 * E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201. Where all scores are 0 or all are 1 the clusters
 * show no variance, and the items are counted as they are; one cluster counts as one item.
 *
 * @param clusters one list of item scores per cluster; at least one item in all.
 */
export function clusteredShare(clusters: readonly (readonly number[])[], level = 0.95): Interval {
  const scores = clusters.flat();
  const share = mean(scores);
  const effective = Math.min(scores.length, effectiveItems(clusters, share, scores.length));
  return { ...wilson(share * effective, effective, level), estimate: share };
}

function effectiveItems(clusters: readonly (readonly number[])[], share: number, items: number): number {
  const count = clusters.length;
  if (count === 1) return 1;
  const squares = clusters.map((scores) => scores.reduce((sum, score) => sum + score - share, 0) ** 2);
  const variance = ((count / (count - 1)) * squares.reduce((sum, square) => sum + square, 0)) / items ** 2;
  return variance > 0 ? (share * (1 - share)) / variance : items;
}
