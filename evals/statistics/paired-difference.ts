import type { Interval } from '../../src/methods/intervals/index.ts';
import type { Rng } from '../../src/methods/random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { signFlip } from './sign-flip.ts';

/** The scores of one item under two arms, each the mean over its trials. */
export interface Pair {
  readonly cluster: string;
  readonly before: number;
  readonly after: number;
}

export const lifts = ['helps', 'harms', 'no_material_difference', 'inconclusive', 'invalid'] as const;
/** What the difference says of the data. */
export type Lift = (typeof lifts)[number];

export interface PairedDifference {
  /** Mean of `after − before` over items, interval by clusters. */
  readonly difference: Interval;
  readonly p: number;
  readonly items: number;
  readonly clusters: number;
  readonly verdict: Lift;
}

/** With fewer clusters a resampling interval is too narrow to be believed, and no sign flip can reach p < 0.05. */
export const fewestClusters = 6;

/**
 * The lift of one arm over another, paired by item, clustered by machine or steel.
 *
 * @param material smallest difference that matters; an interval within ±material is `no_material_difference`.
 */
export function pairedDifference(pairs: readonly Pair[], rng: Rng, material = 0.05): PairedDifference {
  const clusters = new Map<string, number[]>();
  for (const { cluster, before, after } of pairs) {
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), after - before]);
  }
  const differences = [...clusters.values()];
  const difference = clusterBootstrap(differences, rng);
  const p = signFlip(
    differences.map((values) => values.reduce((sum, value) => sum + value, 0)),
    rng,
  );
  const size = { items: pairs.length, clusters: clusters.size };
  return { difference, p, ...size, verdict: verdictOf(difference, p, size, material) };
}

function verdictOf(
  { low, high }: Interval,
  p: number,
  { items, clusters }: { items: number; clusters: number },
  material: number,
): Lift {
  if (clusters < fewestClusters) return 'inconclusive';
  if (low > -material && high < material && unseen(items) < material) return 'no_material_difference';
  if (low > 0 && p < 0.05) return 'helps';
  if (high < 0 && p < 0.05) return 'harms';
  return 'inconclusive';
}

/**
 * Largest share of items of a kind that n items may all have missed, at 95 %. Resampling cannot show what was not drawn:
 * of ten equal pairs the interval has no width, and yet they do not prove that the next one is equal.
 * J. A. Hanley and A. Lippman-Hand, JAMA 249 (1983) 1743–1745.
 */
const unseen = (items: number) => 1 - 0.05 ** (1 / items);
