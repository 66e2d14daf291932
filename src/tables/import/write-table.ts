import { join } from 'node:path';
import type { FieldType } from '../../workspace/index.ts';
import { fieldIds, readName } from '../column-names.ts';
import type { Session, SqlValue } from '../session.ts';
import { identifier, literal } from '../sql.ts';
import type { ImportedTable, Notice } from '../types.ts';
import { cellClass } from './cell-class.ts';
import type { CellTable } from './cell-table.ts';
import { classOf } from './class-sql.ts';
import { type ColumnDecision, decideColumn } from './column-decision.ts';
import { nameMisfits } from './first-misfit.ts';
import { notice } from './notice.ts';
import { type ClassCounts, plainColumns } from './plain-columns.ts';
import { columnStatistics } from './statistics.ts';

/** Columns beyond which cells are counted as a long table: a statement of many expressions is slow to plan. */
const wide = 200;

/** Without blanks around. Most texts have none, and a pattern shows that in half the time that `trim` takes. */
const trimmed = (column: string): string =>
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

/** Cells of every column by class; `plain`: none of its cells has blanks around. */
async function countClasses(
  session: Session,
  table: CellTable,
): Promise<{ counts: ClassCounts; plain: boolean }[]> {
  if (table.names.length > wide) {
    return (await countWide(session, table)).map((counts) => ({ counts, plain: false }));
  }
  const none = { known: table.names.map(() => undefined), fewTexts: [] };
  const { known, fewTexts } = table.typed ? none : await plainColumns(session, table);
  const few = new Map<number, ClassCounts>();
  for (const place of fewTexts) few.set(place, await classifyValues(session, table, place));
  const open = known.flatMap((counts, place) => (counts || few.has(place) ? [] : [place]));
  const classes = await classifyCells(session, table, open);
  return known.map((counts, place) =>
    counts
      ? { counts, plain: true }
      : { counts: few.get(place) ?? classes.get(place) ?? new Map(), plain: false },
  );
}

/** Cells by class of a column of few different texts: its values are classified, and counted. */
async function classifyValues(session: Session, table: CellTable, place: number): Promise<ClassCounts> {
  const rows = await session.all(
    `SELECT ${classOf('t', undefined, table.decimalComma)} AS class, sum(n)::BIGINT FROM ` +
      `(SELECT ${trimmed('c')} AS t, n FROM ` +
      `(SELECT c${place} AS c, count(*) AS n FROM ${table.relation} GROUP BY 1)) GROUP BY class`,
  );
  return new Map(rows.map(([code, count]) => [Number(code), Number(count)]));
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

/** Names for people: those of the source, `column_3` where there is none. Notices say what was renamed. */
function nameColumns(table: CellTable): { names: string[]; notices: Notice[] } {
  const line = table.reading.headerLine ?? undefined;
  const where = line === undefined ? {} : { line };
  const notices: Notice[] = [];
  const places = new Map<string, number[]>();
  const names = table.names.map((name, index) => {
    const plain = name.trim();
    if (plain === '') {
      const made = `column_${index + 1}`;
      if (table.reading.headerLine != null) {
        notices.push(
          notice(
            'blank_header',
            `Column ${index + 1} has no name in the header and is called ${made}.`,
            `第 ${index + 1} 列在表头中没有名称，命名为 ${made}。`,
            { ...where, column: made },
          ),
        );
      }
      return made;
    }
    places.set(plain, [...(places.get(plain) ?? []), index + 1]);
    return plain;
  });
  for (const [name, columns] of places) {
    if (columns.length > 1) {
      notices.push(
        notice(
          'duplicate_header',
          `The header names ${columns.length} columns "${name}" (${columns.join(', ')}): their ids are numbered.`,
          `表头中有 ${columns.length} 列同名“${name}”（第 ${columns.join('、')} 列），其 id 加编号区分。`,
          { ...where, column: name },
        ),
      );
    }
  }
  return { names, notices };
}

/**
 * Decides the type of every column over all of its cells, and writes the Parquet file. Rows keep the source's order.
 */
export async function writeTable(
  session: Session,
  table: CellTable,
  id: string,
  folder: string,
): Promise<ImportedTable> {
  const { names, notices } = nameColumns(table);
  const classes = await countClasses(session, table);
  const decimalCommaInFile = classes.some(
    ({ counts }) => counts.has(cellClass.decimalComma) || counts.has(cellClass.groupedComma),
  );
  const decisions: ColumnDecision[] = names.map((name, index) =>
    decideColumn({ name, counts: classes[index]?.counts ?? new Map(), decimalCommaInFile }),
  );
  const misfits = decisions.flatMap((one, column) =>
    one.misfits.length > 0 ? [{ column, classes: one.misfits }] : [],
  );
  const named = await nameMisfits(session, table, misfits, trimmed);
  const read = names.map(readName);
  const ids = fieldIds(read.map(({ bare }) => bare));
  const isRaw = (type: FieldType, i: number): boolean =>
    (type === 'string' && !table.reading.trimmed) || classes[i]?.plain === true;
  // A subquery saves trimming twice; its names cost more than that where there are thousands.
  const nested = names.length <= wide;
  const inner = decisions.map(({ type }, i) => (isRaw(type, i) ? `c${i}` : `${trimmed(`c${i}`)} AS t${i}`));
  const outer = decisions.map(({ type, value }, i) => {
    const text = classes[i]?.plain ? `c${i}` : nested && !isRaw(type, i) ? `t${i}` : trimmed(`c${i}`);
    return `${value(text, isRaw(type, i) ? `c${i}` : text)} AS ${identifier(ids[i] ?? `column_${i + 1}`)}`;
  });
  const from = nested ? `(SELECT ${inner.join(', ')} FROM ${table.relation})` : table.relation;
  const parquet = join(folder, `${id}.parquet`);
  await session.all(
    `COPY (SELECT ${outer.join(', ')} FROM ${from}) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const shapes = decisions.map(({ type }, index) => ({ id: ids[index] ?? '', type }));
  const { rows, statistics } = await columnStatistics(session, parquet, shapes);
  if (rows === 0) {
    notices.push(notice('no_rows', 'The table has a header and no records.', '该表只有表头，没有记录。'));
  }
  return {
    id,
    parquet,
    rows,
    columns: decisions.map(({ type, reading }, index) => ({
      name: names[index] ?? '',
      id: ids[index] ?? '',
      type,
      unit: read[index]?.unit ?? null,
      statistics: statistics[index] ?? { count: rows, missing: rows, distinct: 0 },
      reading,
    })),
    reading: table.reading,
    notices: [
      ...table.notices,
      ...notices,
      ...decisions.flatMap((one, column) => one.notices.map((each) => named(column, each))),
    ],
  };
}
