import { DuckDBMapValue } from '@duckdb/node-api';
import type { Session, SqlRow } from '../session.ts';
import { cellClass } from './cell-class.ts';
import { isoClock } from './class-sql.ts';

/** Columns beyond which cells are counted as a long table: a statement of many expressions is slow to plan. */
export const widest = 200;

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

/** Records that are looked at first, and those of them by which a column is taken for a candidate. */
const peeked = { texts: 2000, candidate: 100 } as const;

/** Different texts of a column that is counted text by text: among the records looked at first, and among all. */
const mostTexts = { first: 100, all: 5000 } as const;

export interface PlainColumns {
  /**
   * Classes of columns in which every cell is empty, a plain number, or an ISO 8601 date with its time. One pattern a cell tells it,
   * where the full classification needs several. Integers among numbers count as numbers: nothing rests on how many there are.
   */
  readonly known: readonly (ClassCounts | undefined)[];
  /** Texts of columns that have few different ones, and how often they stand there: these are to be classified, not every cell. */
  readonly fewTexts: ReadonlyMap<number, ReadonlyMap<string, number>>;
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

/** What the first records say of the columns of a relation, and what is to be counted over all records to be sure. */
export interface PlainGuess {
  /** Aggregates, to be asked beside `count(*)`. */
  readonly counts: readonly string[];
  /** What they say. */
  decide(rows: number, found: SqlRow): PlainColumns;
}

/** Guesses the columns that need no full classification from the first records of a relation of texts `c0`, `c1`, … */
export async function guessPlainColumns(
  session: Session,
  relation: string,
  width: number,
): Promise<PlainGuess> {
  const places = Array.from({ length: width }, (_, place) => place);
  const head = await session.all(
    `SELECT ${places.map((i) => `c${i}`).join(', ')} FROM ${relation} LIMIT ${peeked.texts}`,
  );
  const cells = places.map((place) =>
    head.map((row) => String(row[place] ?? '')).filter((cell) => cell !== ''),
  );
  const kinds = cells.map((texts) => candidateOf(texts.slice(0, peeked.candidate)));
  const few = cells.flatMap((texts, place) =>
    kinds[place] === undefined && new Set(texts).size <= mostTexts.first ? [place] : [],
  );
  const plain = kinds.flatMap((kind, i) => (kind ? countsOf(kind, `c${i}`) : []));
  return {
    counts: [...plain, ...few.map((place) => textsOf(`c${place}`))],
    decide: (rows, found) => ({
      known: knownOf(kinds, rows, found.slice(0, plain.length).map(Number)),
      fewTexts: fewTextsOf(few, rows, found.slice(plain.length)),
    }),
  };
}

/** How often each text stands in a column; NULL where there are too many. */
const textsOf = (column: string): string =>
  `CASE WHEN cardinality(histogram(${column})) <= ${mostTexts.all} THEN histogram(${column}) END`;

/** Cells that a short record lacks count as empty ones. */
function fewTextsOf(
  places: readonly number[],
  rows: number,
  found: SqlRow,
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  return new Map(
    places.flatMap((place, at): [number, ReadonlyMap<string, number>][] => {
      const texts = found[at];
      if (!(texts instanceof DuckDBMapValue)) return [];
      const counts = new Map(texts.entries.map(({ key, value }) => [String(key), Number(value)]));
      const lacking = rows - [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (lacking > 0) counts.set('', (counts.get('') ?? 0) + lacking);
      return [[place, counts]];
    }),
  );
}

function knownOf(
  kinds: readonly (Candidate | undefined)[],
  rows: number,
  found: readonly number[],
): readonly (ClassCounts | undefined)[] {
  let at = 0;
  return kinds.map((kind) => {
    if (!kind) return undefined;
    const [filled, plain] = found.slice(at, at + 2);
    at += 2;
    if (filled === undefined || filled !== plain) return undefined;
    const classes = [[cellClass.empty, rows - filled] as const, [candidates[kind].class, plain] as const];
    return new Map<number, number>(classes.filter(([, count]) => count > 0));
  });
}

/** Tells the columns that need no full classification, in one pass. The decision on their type is the same. */
export async function plainColumns(session: Session, relation: string, width: number): Promise<PlainColumns> {
  const guess = await guessPlainColumns(session, relation, width);
  if (guess.counts.length === 0) return guess.decide(0, []);
  const [row = []] = await session.all(`SELECT count(*), ${guess.counts.join(', ')} FROM ${relation}`);
  const [rows, ...found] = row;
  return guess.decide(Number(rows), found);
}
