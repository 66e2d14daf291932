import type { TemperedRow } from './rows.ts';
import type { Surface } from './surface.ts';

/**
 * Half the width of an interval meant to hold `coverage` of new results: the quantile of the leave-one-out residuals
 * at rank ceil((n + 1) · coverage), i.e. a jackknife (R. F. Barber et al., Ann. Statist. 49 (2021) 486–507: good in
 * practice, no guarantee). The largest residual where there are too few rows.
 */
export function halfWidth<Row extends TemperedRow>(
  surface: Surface<Row>,
  rows: readonly Row[],
  coverage: number,
): number {
  const residuals = rows
    .map((row) => Math.abs(surface(row.temperature, row.time, row).hardness - row.hardness))
    .sort((a, b) => a - b);
  const rank = Math.min(residuals.length, Math.ceil((residuals.length + 1) * coverage));
  return residuals[rank - 1] ?? Number.NaN;
}
