import { seriesCount } from '../facts/series-count.ts';
import { lagPairs } from '../signals/lag-pairs.ts';
import type { Fold } from './fold.ts';

/** Values of a few fields in stretches of neighbouring records, evenly spread over a series. */
export interface SignalStretches {
  /** Records of a stretch; two of them follow each other where `every` is 1. */
  readonly length: number;
  readonly every: number;
  /** Stretches kept; the last may be shorter. */
  readonly rows: readonly Float64Array[];
  readonly times: readonly Float64Array[];
  /** By field. */
  readonly columns: ReadonlyMap<string, readonly Float64Array[]>;
}

const length = 128;
/** Stretches of a series: 6,144 records. */
const most = 48;
const fewest = 8;
/** Values that are kept of all series together. */
const cells = 8_000_000;

/** Neighbouring records of the fields that have a partner: all of short series, every second, fourth … stretch of long ones. */
export const signalStretches: Fold<SignalStretches> = {
  id: 'signal_stretches',
  order: 'series',
  async prepare(table) {
    const pairs = await lagPairs(table);
    const fields = [...new Set(pairs.flatMap(({ field, partner }) => [field, partner]))];
    if (fields.length === 0) return null;
    const kept = Math.floor(
      cells / (length * fields.length * seriesCount(table.fields, table.thresholds.most_series)),
    );
    const limit = Math.max(fewest, Math.min(most, kept));
    return () => stretchState(fields, limit);
  },
};

function stretchState(fields: readonly string[], limit: number) {
  interface Stretch {
    readonly number: number;
    size: number;
    /** Rows, times, then the fields. */
    readonly parts: readonly Float64Array[];
  }
  let every = 1;
  let stretches: Stretch[] = [];
  let records = 0;
  const current = (number: number): Stretch => {
    const last = stretches.at(-1);
    if (last?.number === number) return last;
    if (stretches.length === limit) {
      every *= 2;
      stretches = stretches.filter((one) => one.number % every === 0);
    }
    const parts = Array.from({ length: fields.length + 2 }, () => new Float64Array(length));
    const made: Stretch = { number, size: 0, parts };
    if (number % every === 0) stretches.push(made);
    return made;
  };
  return {
    push(block: {
      readonly size: number;
      readonly rows: Float64Array;
      readonly times: Float64Array | null;
      column(field: string): Float64Array;
    }): void {
      const columns = [block.rows, block.times ?? block.rows, ...fields.map((field) => block.column(field))];
      for (let from = 0; from < block.size; ) {
        const number = Math.floor(records / length);
        const to = Math.min(block.size, from + length - (records % length));
        if (number % every === 0) {
          const stretch = current(number);
          for (const [place, column] of columns.entries()) {
            stretch.parts[place]?.set(column.subarray(from, to), stretch.size);
          }
          stretch.size += to - from;
        }
        records += to - from;
        from = to;
      }
    },
    finish(): SignalStretches {
      const part = (place: number) =>
        stretches.map(({ parts, size }) => (parts[place] ?? new Float64Array()).subarray(0, size));
      return {
        length,
        every,
        rows: part(0),
        times: part(1),
        columns: new Map(fields.map((field, place) => [field, part(place + 2)])),
      };
    },
  };
}
