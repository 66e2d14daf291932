import type { Interval } from '../../workspace/index.ts';
import { momentOf } from './moment.ts';
import type { TableFacts } from './types.ts';

/** A stretch of a series as a finding tells it: with times and the name of the series where there are any. */
export async function intervalOf(
  table: TableFacts,
  firstRow: number,
  stretch: { readonly from: number; readonly to: number; readonly start: number; readonly end: number },
): Promise<Interval> {
  const [start, end] = [momentOf(table, stretch.start), momentOf(table, stretch.end)];
  const series = await table.seriesName(firstRow);
  return {
    from: stretch.from,
    to: stretch.to,
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(series !== '' && { series }),
  };
}
