import type { Condition, Interval } from '../../workspace/index.ts';
import { seriesFields } from '../facts/pass.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { countOf, type RowSet, rowSet, union } from '../facts/rows.ts';
import type { Sample } from '../facts/sample.ts';
import { seriesRecords } from '../facts/series-records.ts';
import type { TableFacts } from '../facts/types.ts';
import { intervalOf } from './time.ts';

/** Intervals that a finding names, and stretches whose records are fetched. */
const named = 10;

/**
 * Evidence for stretches of series that were found in the sample (places of it, in order): all their records, also those that are not in
 * the sample. `narrow`: further conditions on these.
 */
export async function stretchEvidence(
  table: TableFacts,
  sample: Sample,
  stretches: readonly (readonly number[])[],
  narrow: (places: readonly number[]) => readonly Condition[] = () => [],
) {
  const { time } = seriesFields(table.recordSet);
  const times = time === undefined ? null : sample.column(time);
  const intervals: Interval[] = [];
  const sets: RowSet[] = [];
  for (const places of stretches.toSorted((a, b) => b.length - a.length)) {
    const rows = places.map((place) => sample.rows[place] ?? 0);
    const from = rows.reduce((least, row) => Math.min(least, row), Number.POSITIVE_INFINITY);
    const to = rows.reduce((most, row) => Math.max(most, row), 0);
    const firstRow = rows[0] ?? 1;
    if (intervals.length < named) {
      const [start, end] = [places[0] ?? 0, places.at(-1) ?? 0].map((place) => times?.[place]);
      const moments = { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
      intervals.push(await intervalOf(table, { from, to, ...moments, firstRow }));
    }
    if (sample.whole) sets.push(rowSet(rows));
    else if (sets.length < named) {
      const where = [...narrow(places), ...(await seriesRecords(table, firstRow, from, to))];
      sets.push((await recordsWhere(table, where)).affected ?? rowSet(rows));
    }
  }
  const affected = union(...sets);
  const [first] = intervals;
  return {
    count: countOf(affected),
    rows: affected.slice(0, 10).map(([row]) => row),
    affected,
    intervals,
    ...(first && {
      query: table.question({ where: [{ field: 'row', op: 'between', value: [first.from, first.to] }] }),
    }),
  };
}
