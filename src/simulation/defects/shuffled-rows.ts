import { shuffle } from '../../methods/random.ts';
import { drawPlace, type TableDefect } from './defect.ts';
import { severities } from './severities.ts';
import { drawBlock, intervalOf, rowsOf } from './stretch.ts';
import { columnOf, fieldsOfRole, rowCount, withRecords } from './table.ts';
import { timesOf } from './times.ts';

/** The records of a stretch of the file lose their order; seen by a time field that never goes back before. */
export const shuffledRows: TableDefect = {
  kind: 'shuffled_rows',
  places: (table) =>
    rowCount(table) < 100
      ? []
      : fieldsOfRole(table, 'time')
          .filter(({ id }) => {
            const times = timesOf(columnOf(table, id));
            return times.every((time, place) => time !== null && time >= (times[place - 1] ?? time));
          })
          .map(({ id }) => id),
  inject(table, options) {
    const field = drawPlace(this, table, options);
    const { rng, severity } = options;
    const { share } = severities.shuffled_rows[severity];
    const places = Array.from({ length: rowCount(table) }, (_, place) => place);
    const block = share === 1 ? places : drawBlock(rng, { places }, Math.ceil(places.length * share));
    const mixed = shuffle(rng, block);
    const first = block[0] ?? 0;
    const origin = places.map((place) => mixed[place - first] ?? place);
    const moved = places.filter((place) => origin[place] !== place);
    return {
      table: withRecords(table, origin),
      truth: {
        kind: this.kind,
        severity,
        fields: [field],
        rows: rowsOf(moved),
        intervals: [intervalOf(moved, { places })],
        parameters: { share },
        origin: origin.map((place) => place + 1),
      },
    };
  },
};
