import type { Cell } from '../../workspace/index.ts';
import { seriesFields } from '../facts/pass.ts';
import { timeOf } from '../facts/times.ts';
import type { TableFacts } from '../facts/types.ts';
import type { Series } from '../folds/fold.ts';
import { mostWindows } from './windows.ts';

/** Series whose coverage is shown. */
const mostSeries = 30;

export interface TimeCoverage {
  readonly field: string;
  readonly start: string | number;
  readonly end: string | number;
  /** By index of the series. */
  readonly series: { readonly firstRow: number; readonly counts: Float64Array }[];
  /** What counts the times of a series, or `null` where it is not shown. */
  follow(series: Series): ((times: Float64Array) => void) | null;
}

const isEnd = (cell: Cell | undefined): cell is string | number =>
  typeof cell === 'string' || typeof cell === 'number';

/** Where a clock time stands in its day, ms; else as {@link timeOf}. */
function placeOf(cell: string | number): number | null {
  const clock = typeof cell === 'string' && /^\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(cell);
  return clock ? Date.parse(`1970-01-01T${cell.slice(0, 12)}Z`) : timeOf(cell);
}

/** Records per equal stretch of time; `null` where no field tells the time, or there is but one time. */
export async function timeCoverage(table: TableFacts): Promise<TimeCoverage | null> {
  const { time } = seriesFields(table.recordSet);
  const field = table.recordSet.fields.find(({ id }) => id === time);
  if (time === undefined || field?.type === 'string' || field?.type === 'boolean') return null;
  const ends = await table.ask({
    select: [
      { field: time, aggregate: 'min' },
      { field: time, aggregate: 'max' },
    ],
    limit: 1,
  });
  const [start, end] = ends.rows[0] ?? [];
  if (!isEnd(start) || !isEnd(end)) return null;
  const [first, last] = [placeOf(start), placeOf(end)];
  if (first === null || last === null || !(last > first) || !Number.isFinite(last - first)) return null;
  const scale = mostWindows / (last - first);
  const series: { firstRow: number; counts: Float64Array }[] = [];
  return {
    field: time,
    start,
    end,
    series,
    follow({ index, firstRow }) {
      if (index >= mostSeries) return null;
      const counts = new Float64Array(mostWindows);
      series[index] = { firstRow, counts };
      return (times) => {
        for (let place = 0; place < times.length; place += 1) {
          const at = ((times[place] ?? Number.NaN) - first) * scale;
          if (Number.isNaN(at)) continue;
          const stretch = Math.min(mostWindows - 1, Math.max(0, at)) | 0;
          counts[stretch] = (counts[stretch] ?? 0) + 1;
        }
      };
    },
  };
}
