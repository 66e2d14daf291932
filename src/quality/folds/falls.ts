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
  /** It falls so often that it is no counter. */
  readonly restless: boolean;
  /** The first, at most `kept`; none of a restless series. */
  first(): readonly Fall[];
}

/** Falls that are kept of a series. */
const kept = 2000;

/** A series with so many falls, and fewer than so many rises to each, is no counter's: nothing is kept of it. */
const restless = { falls: 100, rises: 4 } as const;

/** Numbers of a fall. */
const parts = 4;

/** How often a measurement rises and falls from one record to the next, in time order. */
export const falls = fieldFold<Falls>({
  id: 'falls',
  order: 'series',
  fields: ({ fields }) => fields.filter(({ field, constant }) => isMeasurement(field) && !constant),
  prepare: async () => () => new FallsState(),
});

class FallsState implements Falls {
  rises = 0;
  falls = 0;
  least = Number.POSITIVE_INFINITY;
  #last = Number.NaN;
  restless = false;
  #numbers: number[] = [];

  push(
    column: Float64Array,
    { rows, times }: { readonly rows: Float64Array; readonly times: Float64Array | null },
  ): void {
    let [rises, fallen, least, last] = [0, 0, this.least, this.#last];
    const numbers = this.#numbers;
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place] as number;
      if (value > last) rises += 1;
      else if (value < last) {
        fallen += 1;
        if (numbers.length < kept * parts && !this.restless) {
          numbers.push(rows[place] as number, times ? (times[place] as number) : Number.NaN, last, value);
        }
      } else if (Number.isNaN(value)) continue;
      if (value < least) least = value;
      last = value;
    }
    this.rises += rises;
    this.falls += fallen;
    [this.least, this.#last] = [least, last];
    if (this.falls >= restless.falls && this.rises < restless.rises * this.falls) {
      this.restless = true;
      this.#numbers = [];
    }
  }

  finish(): Falls {
    return this;
  }

  first(): readonly Fall[] {
    const all = this.#numbers;
    return Array.from({ length: all.length / parts }, (_, fall) => {
      const [row = 0, time = 0, before = 0, after = 0] = all.slice(fall * parts, (fall + 1) * parts);
      return { row, time, before, after };
    });
  }
}
