import type { Session, SqlValue } from '../session.ts';
import { literal } from '../sql.ts';
import { cellClass } from './cell-class.ts';
import type { CellTable } from './cell-table.ts';
import { classOf } from './class-sql.ts';
import { type ClassCounts, plainColumns, widest } from './plain-columns.ts';

/** Without blanks around. Most texts have none, and a pattern shows that in half the time that `trim` takes. */
export const trimmed = (column: string): string =>
  `CASE WHEN regexp_full_match(${column}, '[!-~].*[!-~]|[!-~]') THEN ${column} ` +
  `ELSE trim(${column}, ' ' || chr(9) || chr(13) || chr(160) || chr(12288)) END`;

function pairs(value: SqlValue | undefined): Map<number, number> {
  const counts = new Map<number, number>();
  if (typeof value !== 'object' || value === null || !('entries' in value)) return counts;
  for (const { key, value: count } of value.entries as readonly { key: SqlValue; value: SqlValue }[]) {
    counts.set(Number(key), Number(count));
  }
  return counts;
}

async function countWide(session: Session, table: CellTable): Promise<Map<number, number>[]> {
  const found = table.names.map(() => new Map<number, number>());
  const list = (prefix: string): string => `[${table.names.map((_, i) => `${prefix}${i}`).join(', ')}]`;
  const cells =
    `SELECT unnest(range(${table.names.length})) AS i, unnest(${list('c')}) AS c` +
    `${table.typed ? `, unnest(${list('k')}) AS k` : ''} FROM ${table.relation}`;
  const rows = await session.all(
    `SELECT i, ${classOf('t', table.typed ? 'k' : undefined, table.decimalComma)} AS class, count(*) ` +
      `FROM (SELECT *, ${trimmed('c')} AS t FROM (${cells})) GROUP BY ALL`,
  );
  for (const [index, code, count] of rows) found[Number(index)]?.set(Number(code), Number(count));
  return found;
}

export interface Classified {
  readonly counts: ClassCounts;
  /** None of the column's cells has blanks around. */
  readonly plain: boolean;
}

/** Cells of every column by class. */
export async function countClasses(session: Session, table: CellTable): Promise<Classified[]> {
  if (table.names.length > widest) {
    return (await countWide(session, table)).map((counts) => ({ counts, plain: false }));
  }
  const none = { known: table.names.map(() => undefined), fewTexts: new Map() };
  const { known, fewTexts } = table.typed
    ? none
    : (table.plain ?? (await plainColumns(session, table.relation, table.names.length)));
  const few = await classifyValues(session, table, fewTexts);
  const open = known.flatMap((counts, place) => (counts || few.has(place) ? [] : [place]));
  const classes = await classifyCells(session, table, open);
  return known.map((counts, place) =>
    counts
      ? { counts, plain: true }
      : (few.get(place) ?? { counts: classes.get(place) ?? new Map(), plain: false }),
  );
}

/** Cells by class of columns whose texts are counted: each text is classified once. */
async function classifyValues(
  session: Session,
  { decimalComma }: CellTable,
  columns: ReadonlyMap<number, ReadonlyMap<string, number>>,
): Promise<ReadonlyMap<number, Classified>> {
  const texts = [...new Set([...columns.values()].flatMap((counts) => [...counts.keys()]))];
  if (texts.length === 0) return new Map();
  const rows = await session.all(
    `SELECT c, ${classOf('t', undefined, decimalComma)}, t <> c FROM ` +
      `(SELECT c, ${trimmed('c')} AS t FROM (SELECT unnest([${texts.map(literal).join(', ')}]) AS c))`,
  );
  const known = new Map(rows.map(([text, code, blanks]) => [String(text), { code: Number(code), blanks }]));
  return new Map(
    [...columns].map(([place, counted]) => {
      const counts: ClassCounts = new Map();
      let plain = true;
      for (const [text, count] of counted) {
        const { code = cellClass.empty, blanks } = known.get(text) ?? {};
        counts.set(code, (counts.get(code) ?? 0) + count);
        if (blanks === true) plain = false;
      }
      return [place, { counts, plain }];
    }),
  );
}

/** Cells by class of the columns at `places`, in one pass over the source. */
async function classifyCells(
  session: Session,
  table: CellTable,
  places: readonly number[],
): Promise<Map<number, ClassCounts>> {
  if (places.length === 0) return new Map();
  const inner = places.map((i) => `${trimmed(`c${i}`)} AS t${i}${table.typed ? `, k${i}` : ''}`);
  const outer = places.map(
    (i) => `histogram(${classOf(`t${i}`, table.typed ? `k${i}` : undefined, table.decimalComma)})`,
  );
  const [row] = await session.all(
    `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${table.relation})`,
  );
  return new Map(places.map((i, place) => [i, pairs(row?.[place])]));
}
