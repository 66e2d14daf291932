import { join } from 'node:path';
import type { FieldType } from '../../workspace/index.ts';
import { fieldIds, readName } from '../column-names.ts';
import type { Session } from '../session.ts';
import { identifier, literal } from '../sql.ts';
import type { ImportedTable, Notice } from '../types.ts';
import { cellClass } from './cell-class.ts';
import type { CellTable } from './cell-table.ts';
import { countClasses, trimmed } from './classify-cells.ts';
import { type ColumnDecision, decideColumn } from './column-decision.ts';
import { nameMisfits } from './first-misfit.ts';
import { notice } from './notice.ts';
import { widest } from './plain-columns.ts';
import { columnStatistics } from './statistics.ts';

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
  const nested = names.length <= widest;
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
  const { statistics, summary } = await columnStatistics(session, parquet, shapes);
  const { rows } = summary;
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
    summary,
    reading: table.reading,
    notices: [
      ...table.notices,
      ...notices,
      ...decisions.flatMap((one, column) => one.notices.map((each) => named(column, each))),
    ],
  };
}
