import type { Session } from '../session.ts';
import type { Notice } from '../types.ts';
import type { CellTable } from './cell-table.ts';
import { classOf } from './class-sql.ts';

/** Columns whose first misfit is looked for: the cells of each are classed once more. */
const most = 50;
const longest = 40;

export interface Misfits {
  /** Index of the column. */
  readonly column: number;
  /** Classes of the cells that do not fit. */
  readonly classes: readonly number[];
}

function shown(value: string): string {
  const plain = value.replace(/\s+/g, ' ');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** The notice, with the first of the cells that it is about. */
function withExample(notice: Notice, row: number, value: string): Notice {
  const { en = '', zh = '' } = notice.message;
  return {
    ...notice,
    message: {
      en: `${en} The first is "${shown(value)}" in row ${row}.`,
      zh: `${zh}首个是第 ${row} 行的“${shown(value)}”。`,
    },
  };
}

/**
 * Gives the `mixed_types` notices of these columns the row (1-based, without the header) and the text of the first cell
 * that does not fit. `trim` is SQL for a text without blanks around it.
 */
export async function nameMisfits(
  session: Session,
  table: CellTable,
  misfits: readonly Misfits[],
  trim: (column: string) => string,
): Promise<(column: number, notice: Notice) => Notice> {
  const wanted = misfits.slice(0, most);
  if (wanted.length === 0) return (_column, notice) => notice;
  const inner = wanted.map(
    ({ column }) => `${trim(`c${column}`)} AS t${column}${table.typed ? `, k${column}` : ''}`,
  );
  const outer = wanted.map(({ column, classes }) => {
    const kind = table.typed ? `k${column}` : undefined;
    const misfit = `${classOf(`t${column}`, kind, table.decimalComma)} IN (${classes.join(', ')})`;
    return `min(r) FILTER (WHERE ${misfit}), arg_min(t${column}, r) FILTER (WHERE ${misfit})`;
  });
  const [row = []] = await session.all(
    `SELECT ${outer.join(', ')} FROM (SELECT row_number() OVER () AS r, ${inner.join(', ')} FROM ${table.relation})`,
  );
  return (column, notice) => {
    const place = wanted.findIndex((one) => one.column === column);
    const [number, value] = [row[2 * place], row[2 * place + 1]];
    if (place < 0 || notice.code !== 'mixed_types' || number == null) return notice;
    return withExample(notice, Number(number), String(value));
  };
}
