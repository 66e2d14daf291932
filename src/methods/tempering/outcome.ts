import { ZhujiError } from '../../workspace/index.ts';
import { fewestRows, type Range, rangeOf, type TemperedRow, type TemperingOptions } from './rows.ts';
import type { Estimate } from './surface.ts';

/** Why there is no answer, and the numbers that show it. */
export interface Unanswered {
  readonly status: 'unanswered';
  readonly reason:
    | 'too_few_rows'
    | 'time_outside_data'
    | 'temperature_outside_data'
    | 'hardness_outside_data';
  /** How many rows could be used. */
  readonly rows: number;
  /** What the rows cover of the quantity that is outside; absent for `too_few_rows`. */
  readonly covered?: Range;
}

export type TemperingWarning =
  /** Fewer than ten rows: the interval is the largest residual and says little. */
  | 'few_rows'
  /** No row has (nearly) this time: the answer leans on the Hollomon–Jaffe parameter. */
  | 'no_row_of_this_time'
  /** No constant: only rows of this time were used. */
  | 'same_time_only'
  /** Hardness rises with temperature somewhere by more than the interval: more than one temperature may do. */
  | 'hardness_not_monotone'
  /** The target lies just beyond what the rows reach; the answer is the end of the range. */
  | 'at_edge_of_data';

export function checkOptions(options: TemperingOptions, time: number): void {
  const { constant, coverage = 0.9 } = options;
  const wrong =
    (!(time > 0 && Number.isFinite(time)) && { en: `A time of ${time} h.`, zh: `保温时间为 ${time} h。` }) ||
    (constant !== null &&
      !(constant > 0 && Number.isFinite(constant)) && {
        en: `A constant of ${constant}.`,
        zh: `常数为 ${constant}。`,
      }) ||
    (!(coverage > 0 && coverage < 1) && { en: `A coverage of ${coverage}.`, zh: `覆盖率为 ${coverage}。` });
  if (wrong) {
    throw new ZhujiError('invalid_argument', wrong, {
      recovery: {
        en: 'Time in h and the constant are above 0, coverage lies between 0 and 1.',
        zh: '时间（h）与常数须大于 0，覆盖率须在 0 与 1 之间。',
      },
    });
  }
}

/** The reason why the rows cannot answer for this time at all, if there is one. */
export function unansweredFor(rows: readonly TemperedRow[], time: number): Unanswered | undefined {
  if (rows.length < fewestRows) return { status: 'unanswered', reason: 'too_few_rows', rows: rows.length };
  const [min, max] = rangeOf(rows.map((row) => row.time));
  // Times come in minutes and hours, so they may differ in the last digits.
  if (time >= min * 0.999 && time <= max * 1.001) return undefined;
  return { status: 'unanswered', reason: 'time_outside_data', rows: rows.length, covered: [min, max] };
}

export function warningsFor(
  rows: readonly TemperedRow[],
  constant: number | null,
  time: number,
): TemperingWarning[] {
  const near = rows.some((row) => Math.abs(Math.log10(row.time / time)) < 0.15);
  return [
    ...(rows.length < 10 ? (['few_rows'] as const) : []),
    ...(constant === null ? (['same_time_only'] as const) : []),
    ...(near ? [] : (['no_row_of_this_time'] as const)),
  ];
}

/** The rows that an estimate rests on: heaviest first, at most eight, none with under 2 % of the weight. */
export function supportOf<Row>(estimate: Estimate<Row>): Row[] {
  return estimate.weights
    .filter(([, share]) => share >= 0.02)
    .slice(0, 8)
    .map(([row]) => row);
}
