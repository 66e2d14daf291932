/** The rows with the highest scores above 0 that `accept` admits, best first; of equal ones the first. */
export function bestRows(scores: Float32Array, limit: number, accept?: (row: number) => boolean): number[] {
  if (limit <= 0) return [];
  const worse = (a: number, b: number) => {
    const [x = 0, y = 0] = [scores[a], scores[b]];
    return x < y || (x === y && a > b);
  };
  // A heap whose first is the worst that was kept.
  const heap: number[] = [];
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < heap.length && worse(heap[left] ?? 0, heap[least] ?? 0)) least = left;
      if (right < heap.length && worse(heap[right] ?? 0, heap[least] ?? 0)) least = right;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least] ?? 0, heap[at] ?? 0];
      at = least;
    }
  };
  const rise = () => {
    for (let at = heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!worse(heap[at] ?? 0, heap[above] ?? 0)) return;
      [heap[at], heap[above]] = [heap[above] ?? 0, heap[at] ?? 0];
      at = above;
    }
  };
  let least = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score <= least || (accept && !accept(row))) continue;
    if (heap.length < limit) {
      heap.push(row);
      rise();
    } else {
      heap[0] = row;
      sink();
    }
    if (heap.length === limit) least = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((a, b) => (worse(a, b) ? 1 : -1));
}
