import type { MovedMeasure, ReportComparison } from '../../workspace/index.ts';
import { formatNumber, formatShare } from '../numbers.ts';

/** Measures that are listed. */
export const mostMoved = 100;

/** Percentage points from before to after; `''` where one of them is missing. */
export function changeOf({ before, after }: MovedMeasure): string {
  if (before === null || after === null) return '';
  const points = (after - before) * 100;
  const size = Math.abs(points);
  return `${points > 0 ? '+' : '−'}${formatNumber(size < 0.1 ? Number(size.toPrecision(1)) : Number(size.toFixed(1)))}`;
}

export function placeOfMeasure({ recordSet, field }: MovedMeasure): string {
  return [recordSet, field].filter((part) => part !== undefined && part !== '').join('.');
}

export const shareOf = (value: number | null): string => formatShare(value);

/** How many records there were and are. */
export function rowsOf({ rows }: ReportComparison) {
  return rows.map(({ recordSet, before, after }) => ({
    recordSet,
    before: formatNumber(before, 12),
    after: formatNumber(after, 12),
    change:
      before === null || after === null || before === after
        ? ''
        : `${after > before ? '+' : '−'}${formatNumber(Math.abs(after - before), 12)}`,
  }));
}
