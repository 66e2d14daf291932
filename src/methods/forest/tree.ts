import type { Rng } from '../random.ts';
import type { Binned } from './binned.ts';

/** Nodes of a tree; a record goes left where its bin is at most `limit`. A leaf has no left child. */
export interface Tree {
  readonly feature: Int32Array;
  readonly limit: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Shares of the classes, node by node. */
  readonly shares: Float64Array;
}

export interface TreeOptions {
  readonly classes: number;
  /** Features that are tried at each node. */
  readonly tries: number;
  readonly smallestLeaf: number;
  readonly deepest: number;
  readonly rng: Rng;
}

/** Grows a tree on the records at `places`, which it reorders, by the impurity of Gini. L. Breiman, Machine Learning 45 (2001) 5–32. */
export function growTree(
  features: readonly Binned[],
  labels: Uint8Array,
  places: Int32Array,
  { classes, tries, smallestLeaf, deepest, rng }: TreeOptions,
): Tree {
  const room = 2 * places.length + 1;
  const tree = {
    feature: new Int32Array(room),
    limit: new Uint8Array(room),
    left: new Int32Array(room).fill(-1),
    right: new Int32Array(room).fill(-1),
  };
  const shares: number[] = [];
  const histogram = new Int32Array(256 * classes);
  const classAt = new Uint8Array(places.length);
  const order = Int32Array.from(features.keys());
  const below = new Float64Array(classes);
  let nodes = 0;

  const grow = (from: number, to: number, depth: number): number => {
    const node = nodes;
    nodes += 1;
    const totals = new Float64Array(classes);
    for (let at = from; at < to; at += 1) count(totals, labels[places[at] ?? 0] ?? 0);
    for (let one = 0; one < classes; one += 1)
      shares[node * classes + one] = (totals[one] ?? 0) / (to - from);
    const pure = totals.some((one) => one === to - from);
    if (pure || to - from < 2 * smallestLeaf || depth >= deepest) return node;
    const split = bestSplit(from, to, totals);
    if (!split) return node;
    const bins = features[split.feature]?.bins ?? new Uint8Array();
    let middle = from;
    for (let at = from; at < to; at += 1) {
      const place = places[at] ?? 0;
      if ((bins[place] ?? 0) > split.limit) continue;
      places[at] = places[middle] ?? 0;
      places[middle] = place;
      middle += 1;
    }
    tree.feature[node] = split.feature;
    tree.limit[node] = split.limit;
    tree.left[node] = grow(from, middle, depth + 1);
    tree.right[node] = grow(middle, to, depth + 1);
    return node;
  };

  const bestSplit = (from: number, to: number, totals: Float64Array) => {
    const size = to - from;
    for (let at = from; at < to; at += 1) classAt[at] = labels[places[at] as number] as number;
    let best: { feature: number; limit: number } | undefined;
    let highest = squares(totals) / size + 1e-9;
    for (let tried = 0; tried < Math.min(tries, order.length); tried += 1) {
      const drawn = tried + Math.floor(rng() * (order.length - tried));
      const feature = order[drawn] ?? 0;
      order[drawn] = order[tried] ?? 0;
      order[tried] = feature;
      const binned = features[feature];
      if (!binned) continue;
      const { bins } = binned;
      histogram.fill(0, 0, binned.count * classes);
      for (let at = from; at < to; at += 1) {
        const cell = (bins[places[at] as number] as number) * classes + (classAt[at] as number);
        histogram[cell] = (histogram[cell] as number) + 1;
      }
      below.fill(0);
      let small = 0;
      for (let bin = 0; bin < binned.count - 1; bin += 1) {
        for (let one = 0; one < classes; one += 1) {
          const more = histogram[bin * classes + one] as number;
          below[one] = (below[one] as number) + more;
          small += more;
        }
        if (small < smallestLeaf) continue;
        if (size - small < smallestLeaf) break;
        const gain = squares(below) / small + squaresLeft(totals, below) / (size - small);
        if (gain > highest) {
          highest = gain;
          best = { feature, limit: bin };
        }
      }
    }
    return best;
  };

  grow(0, places.length, 0);
  return { ...tree, shares: Float64Array.from(shares) };
}

/** The leaf that a record falls into. */
export function leafOf(
  { feature, limit, left, right }: Tree,
  features: readonly Binned[],
  place: number,
): number {
  let node = 0;
  while ((left[node] ?? -1) >= 0) {
    const bin = features[feature[node] ?? 0]?.bins[place] ?? 0;
    node = (bin <= (limit[node] ?? 0) ? left[node] : right[node]) ?? 0;
  }
  return node;
}

function count(counts: Float64Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function squares(counts: Float64Array): number {
  let sum = 0;
  for (let one = 0; one < counts.length; one += 1) sum += (counts[one] as number) ** 2;
  return sum;
}

function squaresLeft(totals: Float64Array, below: Float64Array): number {
  let sum = 0;
  for (let one = 0; one < totals.length; one += 1)
    sum += ((totals[one] as number) - (below[one] as number)) ** 2;
  return sum;
}
