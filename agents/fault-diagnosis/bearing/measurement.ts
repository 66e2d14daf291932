import { conditionsOf } from '../../shared/read-quality.ts';
import { answers, failure, type Row, read, type Steps } from '../../shared/tool-data.ts';
import type { Note } from '../answer.ts';
import type { FoundRecord } from '../find-record.ts';
import type { Situation } from '../situation.ts';
import { convert } from '../units.ts';
import type { Line } from './match-lines.ts';
import type { SpectrumDataset } from './structure.ts';

export interface Measured {
  /** Hz */
  readonly shaft: number | undefined;
  readonly floor: number | undefined;
  readonly velocity: number | undefined;
}

/** The numbers of a measurement, the shaft's speed in Hz. */
export function valuesOf(values: Row, data: SpectrumDataset): Measured {
  const number = (id: string | undefined) => {
    const value = id === undefined ? undefined : values[id];
    return typeof value === 'number' ? value : undefined;
  };
  const speed = number(data.speed.id);
  return {
    shaft: speed === undefined ? undefined : convert(speed, data.speed.unit ?? '', 'Hz'),
    floor: number(data.floor?.id),
    velocity: number(data.velocity?.id),
  };
}

/** Lines that one measurement may have: far more than a monitor keeps. */
const mostLines = '200';

/** The lines of one measurement's spectrum, strongest first. */
export function* readLines(
  { entry, quality }: Situation,
  { key, lines: set, frequency, amplitude }: SpectrumDataset,
  { values }: FoundRecord,
): Steps<{
  readonly lines: readonly Line[];
  readonly rows: readonly number[];
  readonly problem: readonly Note[];
}> {
  const select = [frequency.id, amplitude.id];
  const where = [
    { field: key, op: '=', value: values[key] },
    ...conditionsOf(quality.filters, set.id, select),
  ];
  const order = `${amplitude.id} desc`;
  const [result] = yield [
    {
      name: 'query_rows',
      arguments: { dataset: `${entry.id}/${set.id}`, select, where, order, page: mostLines },
    },
  ];
  const rows = read(answers.queryRows, result)?.rows;
  if (!rows) return { lines: [], rows: [], problem: [{ code: 'query_failed', text: failure(result) }] };
  const usable = rows.flatMap((row) => {
    const [hertz, height, place] = [row[frequency.id], row[amplitude.id], row['row']];
    return typeof hertz === 'number' && typeof height === 'number' && typeof place === 'number'
      ? [{ line: { frequency: hertz, amplitude: height }, place }]
      : [];
  });
  return { lines: usable.map(({ line }) => line), rows: usable.map(({ place }) => place), problem: [] };
}
