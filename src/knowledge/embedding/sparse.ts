import type { TermCounts } from '../documents/indexed.ts';

/** Rows of weighted terms, each of length 1. */
export interface SparseMatrix {
  readonly columns: number;
  readonly rows: readonly SparseRow[];
}

export interface SparseRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export interface Vocabulary {
  readonly column: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
}

/** Terms that occur in at least two passages and not in most; where they are too many, the more frequent ones. */
export function vocabularyOf(passages: readonly TermCounts[], most: number): Vocabulary {
  const frequency = new Map<string, number>();
  for (const { terms } of passages)
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const useful = [...frequency]
    .filter(([term, df]) => df >= 2 && df <= passages.length / 2 && !term.startsWith('#'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most);
  return {
    column: new Map(useful.map(([term], i) => [term, i])),
    idf: Float64Array.from(useful, ([, df]) => Math.log((passages.length + 1) / (df + 0.5))),
  };
}

/** (1 + ln tf) · idf, at length 1; no columns where no term is known. */
export function weigh({ terms, counts }: TermCounts, { column, idf }: Vocabulary): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [i, term] of terms.entries()) {
    const at = column.get(term);
    const count = counts[i] ?? 0;
    if (at === undefined || count <= 0) continue;
    const value = (count > 1 ? 1 + Math.log(count) : count) * (idf[at] ?? 0);
    columns.push(at);
    values.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares) || 1;
  return { columns, values: values.map((value) => value / length) };
}
