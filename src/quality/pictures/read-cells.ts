import { seriesFields } from '../facts/pass.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Sketched } from './picture-fold.ts';

/** Letters of a value at most: a report shows a value, not a document. */
const longest = 60;

const shown = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The values behind the codes, and the names of the series: read from the rows where they occur, in one question. */
export async function readCells(table: TableFacts, drawn: readonly Sketched[], wanted: readonly number[]) {
  const { groups } = seriesFields(table.recordSet);
  const listed = drawn.filter(({ tally }) => tally).map(({ field }) => field.id);
  const select = [...new Set([...groups, ...listed])];
  const rows = [...new Set(wanted)];
  const byRow = new Map<number, ReadonlyMap<string, string>>();
  if (select.length > 0 && rows.length > 0) {
    const found = await table.ask({
      select: select.map((field) => ({ field })),
      where: [{ field: 'row', op: 'in', value: rows }],
      limit: rows.length,
    });
    found.rows.forEach((cells, place) => {
      const texts = select.map((field, column) => [field, shown(String(cells[column] ?? '–'))] as const);
      byRow.set(found.rowNumbers?.[place] ?? Number.NaN, new Map(texts));
    });
  }
  const value = (field: string, row: number) => byRow.get(row)?.get(field) ?? '–';
  return { value, series: (firstRow: number) => groups.map((field) => value(field, firstRow)).join(' · ') };
}
