import type { Field } from '../../workspace/index.ts';
import type { Fold, SeriesBlock } from '../folds/fold.ts';
import { type Bins, binsFor } from './bins.ts';
import { followedFields, hasLevel, missesAny, shapeOf } from './choose-fields.ts';
import { type Levels, levels } from './levels.ts';
import { type Tally, tally } from './tally.ts';
import { type TimeCoverage, timeCoverage } from './time-coverage.ts';
import { firstRowsOf, windowSize } from './windows.ts';

export interface Sketched {
  readonly field: Field;
  readonly levels: Levels | null;
  readonly bins: Bins | null;
  readonly tally: Tally | null;
}

/** What the pass counted for the picture of a record set, over all series. */
export interface Sketch {
  /** Records that were followed, by window. */
  readonly seen: Float64Array;
  readonly fields: readonly Sketched[];
  readonly coverage: TimeCoverage | null;
}

/** Counts for the picture. All series count into one sketch, which each of them returns. */
export const pictureFold: Fold<Sketch> = {
  id: 'picture',
  order: 'source',
  async prepare(table) {
    const { rows } = table;
    if (rows === 0) return null;
    const size = windowSize(rows);
    const windows = firstRowsOf(rows).length;
    const fields: Sketched[] = [];
    for (const facts of followedFields(table)) {
      const shape = shapeOf(facts);
      fields.push({
        field: facts.field,
        levels: hasLevel(facts) || missesAny(facts, rows) ? levels(windows) : null,
        bins: shape === 'bins' ? await binsFor(facts, table) : null,
        tally: shape === 'values' ? tally(facts.distinct ?? 2) : null,
      });
    }
    const sketch: Sketch = {
      seen: new Float64Array(windows),
      fields: fields.filter((one) => one.levels ?? one.bins ?? one.tally),
      coverage: await timeCoverage(table),
    };
    return (series) => {
      const countTimes = sketch.coverage?.follow(series) ?? null;
      return {
        push(block) {
          if (block.times && countTimes) countTimes(block.times);
          for (let from = 0; from < block.size; ) {
            const window = Math.floor(((block.rows[from] ?? 1) - 1) / size);
            const to = firstBeyond(block.rows, from, (window + 1) * size);
            count(sketch, block, from, to, window);
            from = to;
          }
        },
        finish: () => sketch,
      };
    };
  },
};

/** Place after `from` of the first row that is greater than `row`; rows ascend. */
function firstBeyond(rows: Float64Array, from: number, row: number): number {
  let [low, high] = [from + 1, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Number.NaN) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function count(sketch: Sketch, block: SeriesBlock, from: number, to: number, window: number): void {
  sketch.seen[window] = (sketch.seen[window] ?? 0) + to - from;
  for (const { field, levels, bins, tally } of sketch.fields) {
    const values = block.column(field.id);
    levels?.add(values, from, to, window);
    bins?.add(values, from, to);
    tally?.add(values, block.rows, from, to);
  }
}
