import type { Batch } from '../../workspace/index.ts';
import { breathe, isDue } from '../breathe.ts';
import { sameSeries, seriesFinder } from './series-finder.ts';

/** Records that a series gathers before they are handed over, where series alternate. */
const blockSizes = { least: 32, most: 512 } as const;

/** Cells that all series together may gather. */
const gatheredCells = 4_000_000;

/** Cells that are handed over at once where all records are of one series. */
const handedCells = 50_000;

interface Hand<S> {
  readonly series: S;
  readonly buffer: readonly Float64Array[];
  size: number;
  /** Of the batch at hand: its number, this series' place among those it holds, its records. */
  batch: number;
  slot: number;
  count: number;
}

export interface DealOptions<S> {
  /** Places of the group columns in a batch. */
  readonly groups: readonly number[];
  readonly columns: number;
  readonly mostSeries: number;
  /** Begins a series at its first record; `null`: its records are passed over. */
  begin(firstRow: number): S | null;
  /** Takes neighbouring records of one series; the arrays are good during the call only. */
  hand(series: S, rows: Float64Array, columns: readonly Float64Array[]): void;
}

/**
 * Deals records out to their series, in blocks: batch by batch they are sorted by series, then copied column by column, so that no cell
 * costs more than a copy. Records of one series keep their order; the event loop turns between blocks.
 */
export function dealer<S>({ groups, columns, mostSeries, begin, hand }: DealOptions<S>) {
  const wanted = Math.floor(gatheredCells / ((columns + 1) * mostSeries));
  const blockSize = Math.min(blockSizes.most, Math.max(blockSizes.least, wanted));
  const hands: Hand<S>[] = [];
  const find = seriesFinder<Hand<S>>(groups, (firstRow) => {
    const series = begin(firstRow);
    if (series === null) return null;
    const buffer = Array.from(
      { length: columns + 1 },
      () => new Float64Array(groups.length > 0 ? blockSize : 0),
    );
    const one = { series, buffer, size: 0, batch: -1, slot: 0, count: 0 };
    hands.push(one);
    return one;
  });
  let number = 0;
  let passedOver = 0;
  let owners = new Int32Array();
  let order = new Int32Array();

  const flush = (one: Hand<S>): void => {
    if (one.size === 0) return;
    const [rows = new Float64Array(), ...rest] = one.buffer.map((part) => part.subarray(0, one.size));
    hand(one.series, rows, rest);
    one.size = 0;
  };

  /** Copies the records at `order[from]` … `order[to - 1]`. */
  const copy = async (
    one: Hand<S>,
    sources: readonly Float64Array[],
    from: number,
    to: number,
  ): Promise<void> => {
    for (let at = from; at < to; ) {
      const take = Math.min(blockSize - one.size, to - at);
      for (let column = 0; column < sources.length; column += 1) {
        const source = sources[column] as Float64Array;
        const target = one.buffer[column] as Float64Array;
        for (let place = 0; place < take; place += 1) {
          target[one.size + place] = source[order[at + place] as number] as number;
        }
      }
      one.size += take;
      at += take;
      if (one.size === blockSize) flush(one);
      if (isDue()) await breathe();
    }
  };

  /** The series of each record into `owners` (−1: none); gives the series that the batch holds. */
  const own = (batch: Batch): readonly Hand<S>[] => {
    const held: Hand<S>[] = [];
    let last: Hand<S> | null = null;
    for (let place = 0; place < batch.rows.length; place += 1) {
      const one: Hand<S> | null = place > 0 && sameSeries(batch, groups, place) ? last : find(batch, place);
      last = one;
      if (one === null) {
        owners[place] = -1;
        passedOver += 1;
        continue;
      }
      if (one.batch !== number) {
        one.batch = number;
        one.slot = held.length;
        one.count = 0;
        held.push(one);
      }
      one.count += 1;
      owners[place] = one.slot;
    }
    return held;
  };

  return {
    async deal(batch: Batch): Promise<void> {
      const size = batch.rows.length;
      number += 1;
      if (owners.length < size) [owners, order] = [new Int32Array(size), new Int32Array(size)];
      const held = own(batch);
      const [only] = held;
      if (only && held.length === 1 && only.count === size) {
        flush(only);
        const step = Math.max(blockSizes.least, Math.floor(handedCells / (columns + 1)));
        for (let from = 0; from < size; from += step) {
          const part = (all: Float64Array) => all.subarray(from, from + step);
          hand(only.series, part(batch.rows), batch.columns.map(part));
          if (isDue()) await breathe();
        }
        return;
      }
      const starts = new Int32Array(held.length + 1);
      held.forEach(({ count }, slot) => {
        starts[slot + 1] = (starts[slot] ?? 0) + count;
      });
      const next = starts.slice();
      for (let place = 0; place < size; place += 1) {
        const slot = owners[place] as number;
        if (slot < 0) continue;
        const at = next[slot] as number;
        order[at] = place;
        next[slot] = at + 1;
      }
      const sources = [batch.rows, ...batch.columns];
      for (const [slot, one] of held.entries()) {
        await copy(one, sources, starts[slot] ?? 0, starts[slot + 1] ?? 0);
      }
    },
    async finish(): Promise<{ readonly passedOver: number }> {
      for (const one of hands) {
        flush(one);
        if (isDue()) await breathe();
      }
      return { passedOver };
    },
  };
}
