/** Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`: optimal string alignment. */
function distance(a: readonly string[], b: readonly string[]): number {
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (const [i, x] of a.entries()) {
    const row = [i + 1];
    for (const [j, y] of b.entries()) {
      let best = Math.min(
        (previous[j + 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (previous[j] ?? 0) + (x === y ? 0 : 1),
      );
      if (i > 0 && j > 0 && x === b[j - 1] && a[i - 1] === y) best = Math.min(best, (before[j - 1] ?? 0) + 1);
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}

/** What may have been meant by `word`: candidates that contain it, or are a few edits away; nearest first, at most `limit`. */
export function nearest(word: string, candidates: readonly string[], limit = 3): string[] {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, 200);
  const wanted = fold(word);
  if (!wanted) return [];
  return candidates
    .map((candidate) => {
      const other = fold(candidate);
      const within = other.includes(wanted) || (other.length > 2 && wanted.includes(other));
      return { candidate, edits: within ? 0.5 : distance([...wanted], [...other]), length: other.length };
    })
    .filter(({ edits, length }) => edits <= Math.max(1, Math.min(wanted.length, length) / 3))
    .toSorted((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
