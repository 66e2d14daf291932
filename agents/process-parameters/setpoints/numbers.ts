import { predictHardness, type Unanswered } from '../../../src/methods/index.ts';
import type { ProcessParametersAnswer } from '../answer.ts';
import { inUnit } from '../reply/compose.ts';
import { type Measurement, rounded, type Situation } from './situation.ts';

/** Share of new results that the intervals are to hold. */
export const coverage = 0.9;

const step = 10;

export const constantOf = ({ specification }: Situation): number | null =>
  specification.constant?.value ?? null;

export function hardnessAt(situation: Situation, temperature: number, time: number) {
  const constant = constantOf(situation);
  return predictHardness(situation.rows, { temperature, time, constant, coverage });
}

/** Change of hardness for 10 °C more, from one step below to one step above, as far as the rows go. */
export function sensitivityAt(
  situation: Situation,
  temperature: number,
  time: number,
): ProcessParametersAnswer['sensitivity'] {
  const points = [temperature - step, temperature, temperature + step].flatMap((at) => {
    const predicted = hardnessAt(situation, at, time);
    return predicted.status === 'answered' ? [{ at, hardness: predicted.hardness }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const { hardness, temperature: setpoint } = situation.fields;
  return {
    quantity: hardness.id,
    value: rounded(((last.hardness - first.hardness) / (last.at - first.at)) * step, 2),
    unit: hardness.unit.symbol,
    per: `${setpoint.id} +${step} °C`,
  };
}

export function setpointsOf(
  situation: Situation,
  temperature: number,
  time: number,
  interval: readonly [number, number] | null,
): ProcessParametersAnswer['setpoints'] {
  const { fields } = situation;
  const at = (value: number) => inUnit(value, fields.temperature.unit);
  return [
    {
      parameter: fields.temperature.id,
      value: at(temperature),
      unit: fields.temperature.unit.symbol,
      interval: interval && [at(interval[0]), at(interval[1])],
    },
    {
      parameter: fields.time.id,
      value: inUnit(time, fields.time.unit),
      unit: fields.time.unit.symbol,
      interval: null,
    },
  ];
}

export function expectedOf(
  situation: Situation,
  value: number,
  interval: readonly [number, number],
): NonNullable<ProcessParametersAnswer['expected']> {
  const { id, unit } = situation.fields.hardness;
  return {
    quantity: id,
    value: rounded(value),
    unit: unit.symbol,
    interval: [rounded(interval[0]), rounded(interval[1])],
  };
}

export const rowNumbers = (support: readonly Measurement[]): number[] =>
  support.map(({ row }) => row).toSorted((a, b) => a - b);

/** Hardness that the rows reach at a time between two temperatures, or over all that they cover. */
export function reachable(
  situation: Situation,
  time: number,
  range: { readonly min: number | undefined; readonly max: number | undefined },
): ProcessParametersAnswer['reachable'] {
  const covered = coveredTemperatures(situation, time);
  if (!covered) return null;
  const low = Math.max(covered[0], range.min ?? Number.NEGATIVE_INFINITY);
  const high = Math.min(covered[1], range.max ?? Number.POSITIVE_INFINITY);
  const hardest = hardnessAt(situation, low, time);
  const softest = hardnessAt(situation, high, time);
  if (low > high || hardest.status !== 'answered' || softest.status !== 'answered') return null;
  const { id, unit } = situation.fields.hardness;
  return {
    quantity: id,
    min: rounded(softest.hardness),
    max: rounded(hardest.hardness),
    unit: unit.symbol,
  };
}

/** Temperatures in °C that the rows cover at a time. */
export function coveredTemperatures(situation: Situation, time: number): Unanswered['covered'] {
  const nowhere = hardnessAt(situation, Number.POSITIVE_INFINITY, time);
  return nowhere.status === 'unanswered' && nowhere.reason === 'temperature_outside_data'
    ? nowhere.covered
    : undefined;
}
