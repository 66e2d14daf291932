import { eachTerm, rowCount, type TermCounts, type TermRows } from '../lexical/term-rows.ts';

/** Rows of weighted terms, each of length 1, or empty. */
export interface SparseMatrix {
  readonly columns: number;
  readonly rows: readonly SparseRow[];
}

export interface SparseRow {
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly column: ReadonlyMap<string, number>;
  readonly idf: Float64Array;
}

/** Terms that occur in at least two passages and not in most; where they are too many, the more frequent ones. */
export function vocabularyOf(rows: TermRows, most: number): Vocabulary {
  const count = rowCount(rows);
  const frequency = new Uint32Array(rows.vocabulary.length);
  for (let row = 0; row < count; row++)
    eachTerm(rows, row, (term) => {
      frequency[term] = (frequency[term] ?? 0) + 1;
    });
  const useful = rows.vocabulary
    .map((term, place) => [term, frequency[place] ?? 0] as const)
    .filter(([term, df]) => df >= 2 && df <= count / 2 && !term.startsWith('#'))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most);
  return {
    column: new Map(useful.map(([term], i) => [term, i])),
    idf: Float64Array.from(useful, ([, df]) => Math.log((count + 1) / (df + 0.5))),
  };
}

/** (1 + ln tf) · idf at length 1 of columns with how often each occurs. */
function weighed(columns: number[], counts: number[], { idf }: Vocabulary): SparseRow {
  let squares = 0;
  const values = Float32Array.from(counts, (count, i) => {
    const value = (count > 1 ? 1 + Math.log(count) : count) * (idf[columns[i] ?? 0] ?? 0);
    squares += value * value;
    return value;
  });
  const length = Math.sqrt(squares) || 1;
  return { columns: Uint32Array.from(columns), values: values.map((value) => value / length) };
}

/** No columns where no term is known. */
export function weigh(text: TermCounts, vocabulary: Vocabulary): SparseRow {
  const columns: number[] = [];
  const counts: number[] = [];
  for (const [term, count] of text) {
    const column = vocabulary.column.get(term);
    if (column === undefined || count <= 0) continue;
    columns.push(column);
    counts.push(count);
  }
  return weighed(columns, counts, vocabulary);
}

/** The same of rows of one matrix. */
export function rowWeigher(rows: TermRows, vocabulary: Vocabulary): (row: number) => SparseRow {
  const columnOf = Int32Array.from(rows.vocabulary, (term) => vocabulary.column.get(term) ?? -1);
  return (row) => {
    const columns: number[] = [];
    const counts: number[] = [];
    eachTerm(rows, row, (term, count) => {
      const column = columnOf[term] ?? -1;
      if (column < 0 || count <= 0) return;
      columns.push(column);
      counts.push(count);
    });
    return weighed(columns, counts, vocabulary);
  };
}
