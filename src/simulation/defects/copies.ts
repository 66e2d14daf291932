import { integer, type Rng } from '../../methods/random.ts';
import { type DefectTable, rowCount, withRecords } from './table.ts';

export interface Copied {
  readonly table: DefectTable;
  /** Places of the copies in the new table, ascending. */
  readonly added: readonly number[];
  /** Place in the old table of each record of the new one. */
  readonly origin: readonly number[];
}

/** The table with a copy of some records: right after each in a table that has an order, else anywhere behind it. */
export function withCopies(rng: Rng, table: DefectTable, chosen: readonly number[]): Copied {
  const rows = rowCount(table);
  const behind = new Map<number, number[]>();
  for (const place of chosen) {
    const where = table.ordered ? place : integer(rng, place, rows - 1);
    const known = behind.get(where);
    if (known) known.push(place);
    else behind.set(where, [place]);
  }
  const added: number[] = [];
  const origin: number[] = [];
  for (let place = 0; place < rows; place += 1) {
    origin.push(place);
    for (const copy of behind.get(place) ?? []) added.push(origin.push(copy) - 1);
  }
  return { table: withRecords(table, origin), added, origin };
}
