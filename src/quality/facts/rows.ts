/** Source rows as ascending, separate stretches, both ends included. */
export type RowSet = readonly (readonly [first: number, last: number])[];

/** The stretches that `rows` make; in any order, repeats allowed. */
export function rowSet(rows: Iterable<number>): RowSet {
  const sorted = Float64Array.from(rows).sort();
  const stretches: [number, number][] = [];
  for (const row of sorted) {
    const last = stretches.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else stretches.push([row, row]);
  }
  return stretches;
}

/** Rows that are in one of the sets. */
export function union(...sets: readonly RowSet[]): RowSet {
  const sorted = sets.flat().toSorted((a, b) => a[0] - b[0]);
  const stretches: [number, number][] = [];
  for (const [first, end] of sorted) {
    const last = stretches.at(-1);
    if (last && first <= last[1] + 1) last[1] = Math.max(last[1], end);
    else stretches.push([first, end]);
  }
  return stretches;
}

export function countOf(rows: RowSet): number {
  return rows.reduce((count, [first, last]) => count + last - first + 1, 0);
}

/** The first `most` rows of a set. */
export function firstRows(rows: RowSet, most = 10): readonly number[] {
  const list: number[] = [];
  for (const [first, last] of rows) {
    for (let row = first; row <= last && list.length < most; row += 1) list.push(row);
  }
  return list;
}

/** Whether a row is in a set. */
export function has(rows: RowSet, row: number): boolean {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = rows[middle] ?? [row, row];
    if (row < first) high = middle - 1;
    else if (row > last) low = middle + 1;
    else return true;
  }
  return false;
}
