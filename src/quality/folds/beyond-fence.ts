import { type Fence, fenceOf } from '../facts/fence.ts';
import { isMeasurement } from '../facts/field-facts.ts';
import { fieldFold } from './fold.ts';

export interface BeyondFence {
  readonly fence: Fence;
  readonly count: number;
  /** The first ten rows. */
  readonly rows: readonly number[];
}

/** Values of measurements beyond their robust limits. */
export const beyondFence = fieldFold<BeyondFence>({
  id: 'beyond_fence',
  order: 'source',
  fields: ({ fields, thresholds }) => {
    const measured = fields.filter(({ field }) => isMeasurement(field));
    return measured.length > thresholds.most_fields ? [] : measured;
  },
  async prepare(facts, table) {
    const fence = await fenceOf(table, facts);
    if (!fence) return null;
    const { low, high } = fence;
    return () => {
      let count = 0;
      const rows: number[] = [];
      return {
        push(values, block) {
          for (let place = 0; place < values.length; place += 1) {
            const value = values[place] ?? Number.NaN;
            if (value < low || value > high) {
              count += 1;
              if (rows.length < 10) rows.push(block.rows[place] ?? Number.NaN);
            }
          }
        },
        finish: () => ({ fence, count, rows }),
      };
    };
  },
});
