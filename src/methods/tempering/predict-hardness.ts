import {
  checkOptions,
  supportOf,
  type TemperingWarning,
  type Unanswered,
  unansweredFor,
  warningsFor,
} from './outcome.ts';
import { halfWidth } from './residuals.ts';
import {
  coveredTemperatures,
  type Range,
  type TemperedRow,
  type TemperingOptions,
  usableRows,
} from './rows.ts';
import { hardnessSurface } from './surface.ts';

export interface HardnessRequest extends TemperingOptions {
  /** °C */
  readonly temperature: number;
  /** h */
  readonly time: number;
}

export interface HardnessPrediction<Row> {
  readonly status: 'answered';
  readonly hardness: number;
  /** Holds a new result with about the coverage asked for. */
  readonly interval: Range;
  readonly support: readonly Row[];
  /** How many rows were used. */
  readonly rows: number;
  readonly warnings: readonly TemperingWarning[];
}

/**
 * Hardness after tempering, from measured rows of one steel (one composition, one condition before tempering).
 * Never extrapolates: outside the rows' temperatures or times the answer is the reason. Errors: `invalid_argument`.
 */
export function predictHardness<Row extends TemperedRow>(
  rows: readonly Row[],
  request: HardnessRequest,
): HardnessPrediction<Row> | Unanswered {
  const { temperature, time, constant, coverage = 0.9 } = request;
  checkOptions(request, time);
  const usable = usableRows(rows, constant, time);
  const unanswered = unansweredFor(usable, time);
  if (unanswered) return unanswered;
  const [min, max] = coveredTemperatures(usable, constant, time);
  if (!(temperature >= min - 1e-6 && temperature <= max + 1e-6)) {
    return {
      status: 'unanswered',
      reason: 'temperature_outside_data',
      rows: usable.length,
      covered: [min, max],
    };
  }
  const surface = hardnessSurface(usable, constant);
  const estimate = surface(temperature, time);
  const width = halfWidth(surface, usable, coverage);
  return {
    status: 'answered',
    hardness: estimate.hardness,
    interval: [estimate.hardness - width, estimate.hardness + width],
    support: supportOf(estimate),
    rows: usable.length,
    warnings: warningsFor(usable, constant, time),
  };
}
