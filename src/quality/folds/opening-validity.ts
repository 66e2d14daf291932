import { isMeasurement } from '../facts/field-facts.ts';
import { seriesCount } from '../facts/series-count.ts';
import type { TableFacts } from '../facts/types.ts';
import { validityOutliers } from '../signals/validity.ts';
import { fieldFold } from './fold.ts';

export interface OpeningValidity {
  /** Points that were looked at; 0 where there are too few. */
  readonly points: number;
  /** Values, changes, speeds and changes of speed beyond their limits. */
  readonly outliers: number;
}

/** Measurements and the outliers of their first `validity_records` points in each series, fewer where there are many fields and series. */
export const openingValidity = fieldFold<OpeningValidity>({
  id: 'opening_validity',
  order: 'time',
  fields: ({ fields, thresholds }) =>
    fields.filter(({ field }) => isMeasurement(field)).slice(0, thresholds.most_fields),
  async prepare(_, table) {
    const most = mostPoints(table);
    return () => {
      const times: number[] = [];
      const values: number[] = [];
      return {
        push(column, block) {
          if (!block.times || values.length >= most) return;
          for (let place = 0; place < column.length && values.length < most; place += 1) {
            const time = block.times[place] ?? Number.NaN;
            if (Number.isNaN(time)) continue;
            times.push(time);
            values.push(column[place] ?? Number.NaN);
          }
        },
        finish() {
          const outliers = validityOutliers(times, values);
          return outliers === null ? { points: 0, outliers: 0 } : { points: values.length, outliers };
        },
      };
    };
  },
});

function mostPoints({ fields, thresholds }: TableFacts): number {
  const columns = fields.filter(({ field }) => isMeasurement(field)).length;
  const share =
    thresholds.validity_cells / (seriesCount(fields, thresholds.most_series) * Math.max(1, columns));
  return Math.min(thresholds.validity_records, Math.floor(share));
}
