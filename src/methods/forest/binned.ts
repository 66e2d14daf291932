/** A feature as a tree sees it: one small number per record. */
export interface Binned {
  readonly bins: Uint8Array;
  /** Bins there are, that of missing values included. */
  readonly count: number;
}

/** Bins at most, so that a bin fits a byte. */
const most = 254;

/** The values that are there, ascending. */
export function ascending(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  // NaN comes last.
  let size = sorted.length;
  while (size > 0 && Number.isNaN(sorted[size - 1])) size -= 1;
  return sorted.subarray(0, size);
}

/**
 * Numbers in bins of about equally many, ordered; where there are few different ones, one bin each. NaN is a bin behind all others.
 * `sorted`: the same values ascending, where they are at hand.
 */
export function binNumbers(values: Float64Array, wanted = 32, sorted = ascending(values)): Binned {
  const limit = Math.min(wanted, most);
  const distinct = distinctOf(sorted, limit);
  const edges = Float64Array.from(distinct ?? quantiles(sorted, limit));
  const bins = new Uint8Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number;
    bins[place] = Number.isNaN(value) ? edges.length : binOf(edges, value);
  }
  return { bins, count: edges.length + 1 };
}

/** Codes of a field without an order: a bin for each of the most frequent, one for all others, one for NaN. */
export function binCodes(codes: Float64Array, wanted = 32): Binned {
  const counts = new Map<number, number>();
  for (const code of codes) if (!Number.isNaN(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const limit = Math.min(wanted, most);
  const frequent = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
  const places = new Map(frequent.map(([code], place) => [code, place]));
  const others = frequent.length;
  const bins = new Uint8Array(codes.length);
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place] ?? Number.NaN;
    bins[place] = Number.isNaN(code) ? others + 1 : (places.get(code) ?? others);
  }
  return { bins, count: others + 2 };
}

/** The different values, ascending, where they are no more than `limit`. */
function distinctOf(sorted: Float64Array, limit: number): readonly number[] | undefined {
  const found: number[] = [];
  for (const value of sorted) {
    if (found.at(-1) === value) continue;
    if (found.length === limit) return undefined;
    found.push(value);
  }
  return found;
}

/** Upper ends of the bins, ascending and different. */
function quantiles(sorted: Float64Array, count: number): readonly number[] {
  const edges: number[] = [];
  for (let part = 1; part <= count; part += 1) {
    const edge = sorted[Math.max(0, Math.round((part / count) * sorted.length) - 1)] ?? Number.NaN;
    if (edge !== edges.at(-1)) edges.push(edge);
  }
  return edges;
}

/** Place of the first edge that is at least `value`. */
function binOf(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
