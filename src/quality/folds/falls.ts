import { isMeasurement } from '../facts/field-facts.ts';
import { fieldFold } from './fold.ts';

/** A value smaller than the one before it. */
export interface Fall {
  readonly row: number;
  readonly time: number;
  readonly before: number;
  readonly after: number;
}

export interface Falls {
  readonly rises: number;
  readonly falls: number;
  /** Smallest value of the series. */
  readonly least: number;
  /** The first, at most `kept`. */
  readonly first: readonly Fall[];
}

/** Falls that are kept of a series: a field with more of them is no counter. */
const kept = 2000;

/** How often a measurement rises and falls from one record to the next, in time order. */
export const falls = fieldFold<Falls>({
  id: 'falls',
  order: 'series',
  fields: ({ fields }) => fields.filter(({ field, constant }) => isMeasurement(field) && !constant),
  async prepare() {
    return () => {
      let [rises, fallen] = [0, 0];
      let [last, least] = [Number.NaN, Number.POSITIVE_INFINITY];
      const first: Fall[] = [];
      return {
        push(column, { rows, times }) {
          for (let place = 0; place < column.length; place += 1) {
            const value = column[place] as number;
            if (Number.isNaN(value)) continue;
            if (value > last) rises += 1;
            else if (value < last) {
              fallen += 1;
              if (first.length < kept) {
                const time = times ? (times[place] as number) : Number.NaN;
                first.push({ row: rows[place] as number, time, before: last, after: value });
              }
            }
            if (value < least) least = value;
            last = value;
          }
        },
        finish: () => ({ rises, falls: fallen, least, first }),
      };
    };
  },
});
