export interface Dialect {
  /** One character; `null` for a single column. */
  readonly delimiter: string | null;
  /** `null`: quotes have no meaning. */
  readonly quote: string | null;
  /** What stands before a quote inside quotes: the quote itself, or `\`. */
  readonly escape: string | null;
}

export interface RawRecord {
  /** 1-based line in which it begins. */
  readonly line: number;
  /** Place in the text where it begins, and where the next one does. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  readonly quoted: readonly boolean[];
  /** Text after a closing quote, or a quote that is never closed. */
  readonly malformed: boolean;
}

/** Nothing but blanks, and no delimiter. */
export const isBlank = (record: RawRecord): boolean =>
  record.cells.length === 1 && !record.quoted[0] && record.cells[0]?.trim() === '';

/**
 * The first records of a text, for telling its dialect and its header; the records proper are read by DuckDB.
 * Where the text is only a beginning, its last record is left out, since it may be cut.
 */
export function tokenise(text: string, dialect: Dialect, whole: boolean, limit = 1000): RawRecord[] {
  const { delimiter, quote, escape: escaper } = dialect;
  const records: RawRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const start = at;
    const first = line;
    const cells: string[] = [];
    const quoted: boolean[] = [];
    let malformed = false;
    for (;;) {
      let begin = at;
      while (text[begin] === ' ') begin += 1;
      if (quote !== null && text[begin] === quote) {
        let value = '';
        let closed = false;
        at = begin + 1;
        while (at < text.length) {
          const char = text[at] ?? '';
          const next = text[at + 1];
          if (char === escaper && escaper !== quote && (next === quote || next === escaper)) {
            value += next;
            at += 2;
          } else if (char === quote && escaper === quote && next === quote) {
            value += quote;
            at += 2;
          } else if (char === quote) {
            closed = true;
            at += 1;
            break;
          } else {
            if (char === '\n') line += 1;
            value += char;
            at += 1;
          }
        }
        const after = at;
        while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
        if (!closed || text.slice(after, at).trim() !== '') malformed = true;
        cells.push(value);
        quoted.push(true);
      } else {
        const from = at;
        while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
        cells.push(text.slice(from, at));
        quoted.push(false);
      }
      if (at < text.length && text[at] === delimiter) at += 1;
      else break;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    const ended = at < text.length;
    if (ended) at += 1;
    line += 1;
    if (ended || whole) records.push({ line: first, start, end: at, cells, quoted, malformed });
  }
  return records;
}
