/** The rows with the highest scores above 0 that `accept` admits, best first; of equal ones the first. */
export function bestRows(scores: Float32Array, limit: number, accept?: (row: number) => boolean): number[] {
  if (limit <= 0) return [];
  // A heap whose first is the worst that was kept, with the scores beside it.
  const heap: number[] = [];
  const kept: number[] = [];
  const isWorse = (score: number, row: number, at: number): boolean => {
    const other = kept[at] ?? 0;
    return score < other || (score === other && row > (heap[at] ?? 0));
  };
  const put = (at: number, row: number, score: number) => {
    heap[at] = row;
    kept[at] = score;
  };
  const sink = (row: number, score: number) => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isWorse(kept[child + 1] ?? 0, heap[child + 1] ?? 0, child)) child++;
      if (isWorse(score, row, child)) break;
      put(at, heap[child] ?? 0, kept[child] ?? 0);
      at = child;
    }
    put(at, row, score);
  };
  const rise = (row: number, score: number) => {
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isWorse(score, row, above)) break;
      put(at, heap[above] ?? 0, kept[above] ?? 0);
      at = above;
    }
    put(at, row, score);
  };
  let least = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score <= least || (accept && !accept(row))) continue;
    if (heap.length < limit) rise(row, score);
    else sink(row, score);
    if (heap.length === limit) least = kept[0] ?? 0;
  }
  return heap.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
