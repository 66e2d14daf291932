import { hollomonJaffe, temperatureFor } from '../hollomon-jaffe.ts';

/** One measured tempering result of one steel. Callers may carry more in a row (its number, say) and get it back. */
export interface TemperedRow {
  /** Tempering temperature in °C. */
  readonly temperature: number;
  /** Time at temperature in h, above 0. */
  readonly time: number;
  /** Hardness after tempering, in any one scale. */
  readonly hardness: number;
}

export type Range = readonly [low: number, high: number];

export interface TemperingOptions {
  /** Hollomon–Jaffe constant for hours; `null` where nobody states it: then only rows of the same time count. */
  readonly constant: number | null;
  /** Share of results that the interval is to hold, default 0.9. */
  readonly coverage?: number;
}

export const fewestRows = 4;

/** Rows that can be used: numbers throughout, time above 0, and of the time asked for where there is no constant. */
export function usableRows<Row extends TemperedRow>(
  rows: readonly Row[],
  constant: number | null,
  time: number,
): Row[] {
  return rows.filter(
    (row) =>
      Number.isFinite(row.temperature) &&
      Number.isFinite(row.hardness) &&
      row.time > 0 &&
      (constant !== null || Math.abs(Math.log(row.time / time)) < 1e-3),
  );
}

export function rangeOf(values: readonly number[]): Range {
  return [Math.min(...values), Math.max(...values)];
}

/**
 * Temperatures in °C at which the rows cover `time`: between their temperatures, and between their Hollomon–Jaffe
 * parameters, so that a long time at the highest temperature is not taken from rows of short times.
 */
export function coveredTemperatures(
  rows: readonly TemperedRow[],
  constant: number | null,
  time: number,
): Range {
  const [min, max] = rangeOf(rows.map((row) => row.temperature));
  if (constant === null) return [min, max];
  const [least, most] = rangeOf(rows.map((row) => hollomonJaffe(row.temperature, row.time, constant)));
  return [
    Math.max(min, temperatureFor(least, time, constant)),
    Math.min(max, temperatureFor(most, time, constant)),
  ];
}
