/** How often each term occurs in a text; terms of titles that stand above a passage count less. */
export type TermCounts = ReadonlyMap<string, number>;

/** Which terms occur how often in which passage: a sparse matrix by rows. */
export interface TermRows {
  readonly vocabulary: readonly string[];
  /** Where each row begins in `terms` and `counts`, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Places in the vocabulary. */
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
}

export const rowCount = ({ starts }: TermRows): number => Math.max(0, starts.length - 1);

export function termRows(texts: readonly TermCounts[]): TermRows {
  const place = new Map<string, number>();
  const starts = new Uint32Array(texts.length + 1);
  for (const [row, counts] of texts.entries()) starts[row + 1] = (starts[row] ?? 0) + counts.size;
  const all = starts[texts.length] ?? 0;
  const [terms, counts] = [new Uint32Array(all), new Float32Array(all)];
  let at = 0;
  for (const text of texts) {
    for (const [term, count] of text) {
      let known = place.get(term);
      if (known === undefined) {
        known = place.size;
        place.set(term, known);
      }
      terms[at] = known;
      counts[at++] = count;
    }
  }
  return { vocabulary: [...place.keys()], starts, terms, counts };
}

/** All rows of several matrices, one after another, over one vocabulary. */
export function joinRows(parts: readonly TermRows[]): TermRows {
  const place = new Map<string, number>();
  const vocabulary: string[] = [];
  // Documents that were stored together share a vocabulary.
  const places = new Map<readonly string[], Int32Array>();
  const rows = parts.reduce((sum, part) => sum + rowCount(part), 0);
  const size = (part: TermRows) => (part.starts.at(-1) ?? 0) - (part.starts[0] ?? 0);
  const all = parts.reduce((sum, part) => sum + size(part), 0);
  const starts = new Uint32Array(rows + 1);
  const [terms, counts] = [new Uint32Array(all), new Float32Array(all)];
  let row = 0;
  let at = 0;
  for (const part of parts) {
    const mapped = places.get(part.vocabulary) ?? new Int32Array(part.vocabulary.length).fill(-1);
    places.set(part.vocabulary, mapped);
    const [first = 0] = part.starts;
    for (let r = 0; r < rowCount(part); r++) starts[++row] = at + (part.starts[r + 1] ?? 0) - first;
    for (let i = first; i < first + size(part); i++, at++) {
      const theirs = part.terms[i] ?? 0;
      let ours = mapped[theirs] ?? -1;
      if (ours < 0) {
        const term = part.vocabulary[theirs] ?? '';
        ours = place.get(term) ?? vocabulary.length;
        if (ours === vocabulary.length) {
          place.set(term, ours);
          vocabulary.push(term);
        }
        mapped[theirs] = ours;
      }
      terms[at] = ours;
      counts[at] = part.counts[i] ?? 0;
    }
  }
  return { vocabulary, starts, terms, counts };
}

/** Calls `visit` for each term of a row. */
export function eachTerm(
  { starts, terms, counts }: TermRows,
  row: number,
  visit: (term: number, count: number) => void,
): void {
  for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) visit(terms[i] ?? 0, counts[i] ?? 0);
}
