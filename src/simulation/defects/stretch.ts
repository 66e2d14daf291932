import { integer, type Rng } from '../../methods/random.ts';
import type { Scalar } from '../../workspace/index.ts';
import type { DefectInterval } from './defect.ts';
import { columnOf, type DefectTable, fieldsOfRole, rowCount } from './table.ts';
import { timesOf } from './times.ts';

/** Records that belong together, in the order in which they were taken; places from 0. */
export interface Stretch {
  readonly places: readonly number[];
  /** Absent: all records. */
  readonly group?: { readonly field: string; readonly value: Scalar };
}

/** Stretches shorter than this tell nothing of what is usual. */
const shortest = 100;

/** Places of all records, by time where the table has a time field. */
function inOrder(table: DefectTable): readonly number[] {
  const places = Array.from({ length: rowCount(table) }, (_, place) => place);
  const [time] = fieldsOfRole(table, 'time');
  if (!time) return places;
  const times = timesOf(columnOf(table, time.id));
  const at = (place: number): number => times[place] ?? Number.POSITIVE_INFINITY;
  return places.sort((a, b) => at(a) - at(b) || a - b);
}

/** One stretch for each value of the first group field, which names the machine; one of all records where there is none. */
export function stretchesOf(table: DefectTable): readonly Stretch[] {
  const places = inOrder(table);
  const [group] = fieldsOfRole(table, 'group');
  if (!group) return places.length < shortest ? [] : [{ places }];
  const column = columnOf(table, group.id);
  const byValue = new Map<Scalar, number[]>();
  for (const place of places) {
    const value = column[place];
    if (value === null || value === undefined) continue;
    const known = byValue.get(value);
    if (known) known.push(place);
    else byValue.set(value, [place]);
  }
  return [...byValue]
    .filter(([, members]) => members.length >= shortest)
    .map(([value, members]) => ({ places: members, group: { field: group.id, value } }));
}

export function wholeStretch(table: DefectTable): Stretch {
  return { places: inOrder(table) };
}

/** One of the stretches. Errors: `RangeError` of none, which {@link stretchesOf} tells before. */
export function drawStretch(rng: Rng, stretches: readonly Stretch[]): Stretch {
  const drawn = stretches[integer(rng, 0, stretches.length - 1)];
  if (!drawn) throw new RangeError('no stretch');
  return drawn;
}

/** `length` neighbouring records somewhere within the stretch, not at its very ends. */
export function drawBlock(rng: Rng, { places }: Stretch, length: number): readonly number[] {
  const margin = Math.max(1, Math.floor(places.length / 20));
  const first = integer(rng, margin, Math.max(margin, places.length - margin - length));
  return places.slice(first, first + length);
}

export const rowsOf = (places: Iterable<number>): readonly number[] =>
  [...places].map((place) => place + 1).sort((a, b) => a - b);

export function intervalOf(places: Iterable<number>, { group }: Stretch): DefectInterval {
  const rows = rowsOf(places);
  return { from: rows[0] ?? 0, to: rows.at(-1) ?? 0, ...(group && { group }) };
}
