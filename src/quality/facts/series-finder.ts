import type { Batch } from '../../workspace/index.ts';

/** Finds the series of the record at a place of a batch by its group fields, and begins one where it is new: with `follow(row)`. */
export function seriesFinder<T>(groups: readonly number[], follow: (firstRow: number) => T | null) {
  interface Branch {
    readonly next: Map<number, Branch>;
    leaf?: T | null;
  }
  const root: Branch = { next: new Map() };
  return (batch: Batch, place: number): T | null => {
    let branch = root;
    for (const group of groups) {
      const code = batch.columns[group]?.[place] ?? Number.NaN;
      let next = branch.next.get(code);
      if (!next) {
        next = { next: new Map() };
        branch.next.set(code, next);
      }
      branch = next;
    }
    if (branch.leaf === undefined) branch.leaf = follow(batch.rows[place] ?? 0);
    return branch.leaf;
  };
}

/** Whether the record at `place` is of the series of the one before it. */
export function sameSeries({ columns }: Batch, groups: readonly number[], place: number): boolean {
  for (const group of groups) {
    const column = columns[group];
    if (!column || !Object.is(column[place], column[place - 1])) return false;
  }
  return true;
}
