import type { Session } from '../session.ts';
import { cellClass } from './cell-class.ts';
import type { CellTable } from './cell-table.ts';
import { isoClock } from './class-sql.ts';

/** Cells by class. */
export type ClassCounts = Map<number, number>;

/** Numbers of the plainest kinds: a part of what the full classification takes for them, and finite at any rate. */
const plainInteger = '-?(0|[1-9][0-9]{0,17})';
const plainNumber = `${plainInteger}([.][0-9]{1,18})?(e[+-]?[0-9]{1,2})?`;

/** What the first records of a column look like, and how every cell is told to be so. */
const candidates = {
  integer: { pattern: plainInteger, class: cellClass.integer },
  number: { pattern: plainNumber, class: cellClass.number },
  datetime: { pattern: isoClock, class: cellClass.isoDateTime },
} as const;
type Candidate = keyof typeof candidates;

/** Records by which a column is taken for a candidate. */
const peeked = 100;

/** Different texts among them from which a column is not worth being counted value by value. */
const mostTexts = peeked / 2;

export interface PlainColumns {
  /**
   * Classes of columns in which every cell is empty, a plain number, or an ISO 8601 date with its time. One pattern a cell tells it,
   * where the full classification needs several. Integers among numbers count as numbers: nothing rests on how many there are.
   */
  readonly known: readonly (ClassCounts | undefined)[];
  /** Columns of few different texts: these are to be classified, not every cell. */
  readonly fewTexts: readonly number[];
}

function candidateOf(cells: readonly string[]): Candidate | undefined {
  if (cells.length === 0) return undefined;
  const kinds = Object.keys(candidates) as Candidate[];
  return kinds.find((kind) => {
    const whole = new RegExp(`^(?:${candidates[kind].pattern})$`);
    return cells.every((cell) => whole.test(cell));
  });
}

/** Cells that are not empty, and those that are of the kind. */
function countsOf(kind: Candidate, column: string): readonly string[] {
  const cast = kind === 'datetime' ? ` AND TRY_CAST(${column} AS TIMESTAMP) IS NOT NULL` : '';
  return [
    `count(nullif(${column}, ''))`,
    `count(*) FILTER (regexp_full_match(${column}, '${candidates[kind].pattern}')${cast})`,
  ];
}

/** Tells the columns that need no full classification, in one pass. The decision on their type is the same. */
export async function plainColumns(session: Session, table: CellTable): Promise<PlainColumns> {
  const list = table.names.map((_, i) => `c${i}`).join(', ');
  const head = await session.all(`SELECT ${list} FROM ${table.relation} LIMIT ${peeked}`);
  const cells = table.names.map((_, place) =>
    head.map((row) => String(row[place] ?? '')).filter((cell) => cell !== ''),
  );
  const kinds = cells.map(candidateOf);
  const fewTexts = cells.flatMap((texts, place) =>
    kinds[place] === undefined && head.length === peeked && new Set(texts).size <= mostTexts ? [place] : [],
  );
  const counts = kinds.flatMap((kind, i) => (kind ? countsOf(kind, `c${i}`) : []));
  if (counts.length === 0) return { known: kinds.map(() => undefined), fewTexts };
  const [row = []] = await session.all(`SELECT count(*), ${counts.join(', ')} FROM ${table.relation}`);
  const [rows = 0, ...found] = row.map(Number);
  let at = 0;
  const known = kinds.map((kind) => {
    if (!kind) return undefined;
    const [filled, plain] = found.slice(at, at + 2);
    at += 2;
    if (filled === undefined || filled !== plain) return undefined;
    const classes = [[cellClass.empty, rows - filled] as const, [candidates[kind].class, plain] as const];
    return new Map<number, number>(classes.filter(([, count]) => count > 0));
  });
  return { known, fewTexts };
}
