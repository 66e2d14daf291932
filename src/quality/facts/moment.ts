import { seriesFields } from './pass.ts';
import type { TableFacts } from './types.ts';

/** A time of the pass as reports write it: ISO 8601 without a zone, or the number of a numeric time field; nothing where there is none. */
export function momentOf({ recordSet }: TableFacts, time: number | undefined): string | number | undefined {
  const { time: id } = seriesFields(recordSet);
  const type = recordSet.fields.find((field) => field.id === id)?.type;
  if (time === undefined || !Number.isFinite(time) || type === undefined) return undefined;
  if (type === 'integer' || type === 'number') return time;
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().replace(/(\.000)?Z$/, '');
  if (type === 'date') return iso.slice(0, 10);
  return type === 'time' ? iso.slice(11) : iso;
}
