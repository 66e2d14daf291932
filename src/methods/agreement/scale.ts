import { ZhujiError } from '../../workspace/index.ts';
import type { Value } from './ratings.ts';

export const scales = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
/** Level of measurement of labels. */
export type Scale = (typeof scales)[number];

/** Sum of the squared differences of all ordered pairs of labels: so many `times` each of `codes`, which are places among the values. */
export type Differences = (codes: readonly number[], times: ArrayLike<number>) => number;

/** Labels of a ratio scale are compared each with each, and so may not be too many different ones. */
const mostRatioValues = 2000;

/** Errors: `invalid_argument` where the labels do not lie on such a scale. */
export function requireScale(values: readonly Value[], scale: Scale, ordered: boolean): void {
  if (scale === 'nominal' || (scale === 'ordinal' && ordered)) return;
  const strange = values.find((value) => typeof value !== 'number' || !Number.isFinite(value));
  if (strange !== undefined) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Labels on a scale of level ${scale} must be numbers, not "${strange}".`,
        zh: `${scale} 级标度的标签必须是数值，而不是“${strange}”。`,
      },
      {
        recovery: {
          en: 'Take the level nominal, or write the labels as numbers in their order.',
          zh: '请改用 nominal 级别，或按次序把标签写成数值。',
        },
      },
    );
  }
  if (scale === 'ratio' && (values.length > mostRatioValues || values.some((value) => Number(value) < 0))) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Labels on a ratio scale must not be negative, and at most ${mostRatioValues} different ones.`,
        zh: `ratio 级标度的标签不得为负，且不同取值不超过 ${mostRatioValues} 个。`,
      },
      { recovery: { en: 'Take the level interval.', zh: '请改用 interval 级别。' } },
    );
  }
}

/**
 * Difference functions of K. Krippendorff, Content Analysis, 4th ed., Sage 2019, chapter 12, summed. Ordinal labels stand at their
 * mean ranks: the frequencies from one value to the other, less half of both ends, are the distance of these.
 */
export function differencesOf(
  scale: Scale,
  values: readonly Value[],
  frequencies: Float64Array,
): Differences {
  if (scale === 'nominal') return unequal;
  if (scale === 'ratio')
    return (codes, times) =>
      ofRatios(
        codes.map((code) => Number(values[code])),
        times,
      );
  const places = scale === 'interval' ? fromFirst(values) : meanRanks(frequencies);
  return (codes, times) => {
    // Rounding must not make a difference of equal labels.
    if (codes.length < 2) return 0;
    let [all, sum, squares] = [0, 0, 0];
    for (let index = 0; index < codes.length; index++) {
      const [count, place] = [times[index] ?? 0, places[codes[index] ?? 0] ?? 0];
      all += count;
      sum += count * place;
      squares += count * place * place;
    }
    return 2 * (all * squares - sum * sum);
  };
}

function unequal(codes: readonly number[], times: ArrayLike<number>): number {
  let [all, squares] = [0, 0];
  for (let index = 0; index < codes.length; index++) {
    const count = times[index] ?? 0;
    all += count;
    squares += count * count;
  }
  return all * all - squares;
}

function ofRatios(values: readonly number[], times: ArrayLike<number>): number {
  let sum = 0;
  for (const [first, one] of values.entries()) {
    for (let second = first + 1; second < values.length; second++) {
      const other = values[second] ?? 0;
      sum += 2 * (times[first] ?? 0) * (times[second] ?? 0) * ((one - other) / (one + other)) ** 2;
    }
  }
  return sum;
}

/** Large offsets would cost the digits of the squares. */
function fromFirst(values: readonly Value[]): Float64Array {
  return Float64Array.from(values, (value) => Number(value) - Number(values[0]));
}

function meanRanks(frequencies: Float64Array): Float64Array {
  let below = 0;
  return frequencies.map((frequency) => {
    below += frequency;
    return below - frequency / 2;
  });
}
