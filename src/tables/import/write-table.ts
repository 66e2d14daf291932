import { join } from 'node:path';
import { fieldIds, readName } from '../column-names.ts';
import type { Session, SqlValue } from '../session.ts';
import { identifier, literal } from '../sql.ts';
import type { ImportedTable, Notice } from '../types.ts';
import { cellClass, classOf } from './cell-class.ts';
import type { CellTable } from './cell-table.ts';
import { type ColumnDecision, decideColumn } from './column-decision.ts';
import { notice } from './notice.ts';
import { columnStatistics } from './statistics.ts';

/** Expressions a statement may hold before its planning costs more than another pass. */
const batch = 200;

const trimmed = (column: string): string =>
  `trim(${column}, ' ' || chr(9) || chr(13) || chr(160) || chr(12288))`;

function pairs(value: SqlValue | undefined): Map<number, number> {
  const counts = new Map<number, number>();
  if (typeof value !== 'object' || value === null || !('entries' in value)) return counts;
  for (const { key, value: count } of value.entries as readonly { key: SqlValue; value: SqlValue }[]) {
    counts.set(Number(key), Number(count));
  }
  return counts;
}

/** Cells of every column by class: one pass over the source, or over a copy of it where it is very wide. */
async function countClasses(
  session: Session,
  table: CellTable,
  relation: string,
): Promise<ReadonlyMap<number, number>[]> {
  const found: ReadonlyMap<number, number>[] = [];
  for (let from = 0; from < table.names.length; from += batch) {
    const places = table.names.slice(from, from + batch).map((_, index) => from + index);
    const inner = places.map((i) => `${trimmed(`c${i}`)} AS t${i}${table.typed ? `, k${i}` : ''}`);
    const outer = places.map(
      (i) => `histogram(${classOf(`t${i}`, table.typed ? `k${i}` : undefined, table.decimalComma)})`,
    );
    const [row] = await session.all(
      `SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${relation})`,
    );
    found.push(...places.map((_, index) => pairs(row?.[index])));
  }
  return found;
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
  let relation = table.relation;
  if (names.length > batch) {
    await session.all(`CREATE OR REPLACE TEMP TABLE wide AS SELECT * FROM ${relation}`);
    relation = 'wide';
  }
  const classes = await countClasses(session, table, relation);
  const decimalCommaInFile = classes.some(
    (counts) => counts.has(cellClass.decimalComma) || counts.has(cellClass.groupedComma),
  );
  const decisions: ColumnDecision[] = names.map((name, index) =>
    decideColumn({ name, counts: classes[index] ?? new Map(), decimalCommaInFile }),
  );
  const read = names.map(readName);
  const ids = fieldIds(read.map(({ bare }) => bare));
  const inner = names.map((_, i) => `c${i}, ${trimmed(`c${i}`)} AS t${i}`);
  const outer = decisions.map(
    ({ value }, i) => `${value(`t${i}`, `c${i}`)} AS ${identifier(ids[i] ?? `column_${i + 1}`)}`,
  );
  const parquet = join(folder, `${id}.parquet`);
  await session.all(
    `COPY (SELECT ${outer.join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${relation})) ` +
      `TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`,
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
    notices: [...table.notices, ...notices, ...decisions.flatMap((one) => one.notices)],
  };
}
