import { fallingCurve, inverse } from '../falling-curve.ts';
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

export interface TemperatureRequest extends TemperingOptions {
  /** Target, in the scale of the rows. */
  readonly hardness: number;
  /** h */
  readonly time: number;
}

export interface TemperatureRecommendation<Row> {
  readonly status: 'answered';
  /** °C */
  readonly temperature: number;
  /** °C: where the target lies within the hardness interval. */
  readonly interval: Range;
  /** Hardness that the rows predict at this temperature and time. */
  readonly expectedHardness: number;
  readonly hardnessInterval: Range;
  readonly support: readonly Row[];
  /** How many rows were used. */
  readonly rows: number;
  /** Temperatures in °C that the rows cover. */
  readonly covered: Range;
  readonly warnings: readonly TemperingWarning[];
}

/**
 * Tempering temperature for a hardness at a given time, from measured rows of one steel (one composition, one
 * condition before tempering): the hardness curve at that time, made to fall, and inverted. Never extrapolates:
 * where the rows do not reach the target or the time, the answer is the reason. Errors: `invalid_argument`.
 */
export function recommendTemperature<Row extends TemperedRow>(
  rows: readonly Row[],
  request: TemperatureRequest,
): TemperatureRecommendation<Row> | Unanswered {
  const { hardness, time, constant, coverage = 0.9 } = request;
  checkOptions(request, time);
  const usable = usableRows(rows, constant, time);
  const unanswered = unansweredFor(usable, time);
  if (unanswered) return unanswered;

  const surface = hardnessSurface(usable, constant);
  const width = halfWidth(surface, usable, coverage);
  const [min, max] = coveredTemperatures(usable, constant, time);
  const temperatures = steps(min, max);
  const curve = fallingCurve(
    temperatures,
    temperatures.map((temperature) => surface(temperature, time).hardness),
  );
  const [highest = Number.NaN] = curve.y;
  const lowest = curve.y.at(-1) ?? Number.NaN;
  // What the rows themselves measured near the ends counts as reached: the curve smooths there.
  if (!(hardness <= highest + width && hardness >= lowest - width)) {
    return {
      status: 'unanswered',
      reason: 'hardness_outside_data',
      rows: usable.length,
      covered: [lowest, highest],
    };
  }
  const temperature = inverse(curve, hardness);
  const estimate = surface(temperature, time);
  return {
    status: 'answered',
    temperature,
    interval: [inverse(curve, hardness + width), inverse(curve, hardness - width)],
    expectedHardness: estimate.hardness,
    hardnessInterval: [estimate.hardness - width, estimate.hardness + width],
    support: supportOf(estimate),
    rows: usable.length,
    covered: [min, max],
    warnings: [
      ...warningsFor(usable, constant, time),
      ...(curve.correction > width ? (['hardness_not_monotone'] as const) : []),
      ...(hardness > highest || hardness < lowest ? (['at_edge_of_data'] as const) : []),
    ],
  };
}

/** From `min` to `max` in even steps of at most 1 °C. */
function steps(min: number, max: number): number[] {
  const count = Math.max(1, Math.ceil(max - min));
  return Array.from({ length: count + 1 }, (_, i) => min + ((max - min) * i) / count);
}
