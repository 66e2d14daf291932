import { ZhujiError } from '../../workspace/index.ts';
import type { Value } from './ratings.ts';

export const scales = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
/** Level of measurement of labels. */
export type Scale = (typeof scales)[number];

/** Squared difference of two labels, by their places among the values. */
export type Difference = (a: number, b: number) => number;

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
 * Places of the values on a line where the squared distance is the difference of labels; none for a nominal and a ratio scale.
 * Of an ordinal scale: the mean ranks, since the sum of the frequencies from one value to the other, less half of both ends, is
 * the distance of these.
 */
export function placesOf(
  scale: Scale,
  values: readonly Value[],
  frequencies: Float64Array,
): Float64Array | null {
  if (scale === 'nominal' || scale === 'ratio') return null;
  const places = new Float64Array(values.length);
  if (scale === 'interval') {
    const first = Number(values[0]);
    // Relative to the first: large offsets would cost the digits of the squares.
    for (const [code, value] of values.entries()) places[code] = Number(value) - first;
    return places;
  }
  let below = 0;
  for (const [code, frequency] of frequencies.entries()) {
    places[code] = below + frequency / 2;
    below += frequency;
  }
  return places;
}

/** Difference functions of K. Krippendorff, Content Analysis, 4th ed., Sage 2019, chapter 12. */
export function differenceOf(
  scale: Scale,
  values: readonly Value[],
  places: Float64Array | null,
): Difference {
  if (places) return (a, b) => ((places[a] ?? 0) - (places[b] ?? 0)) ** 2;
  if (scale === 'nominal') return (a, b) => (a === b ? 0 : 1);
  return (a, b) => {
    const [one, other] = [Number(values[a]), Number(values[b])];
    return one === other ? 0 : ((one - other) / (one + other)) ** 2;
  };
}
