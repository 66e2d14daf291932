import type { DocumentedParameter } from '../evidence/parameter-table.ts';
import type { Documented } from '../evidence/specification.ts';
import { toBase } from '../question/units.ts';
import { type Situation, say } from './situation.ts';

/** One bound of the tempering temperature, °C. */
export interface Bound {
  readonly side: 'min' | 'max';
  readonly value: number;
  readonly source: string;
  readonly set: 'plant' | 'question';
  readonly from: DocumentedParameter | null;
}

export interface Limits {
  readonly min: Bound | undefined;
  readonly max: Bound | undefined;
}

/** Bounds from the documents, the field's valid range and the question; of several on one side the tightest. */
export function temperatureLimits(situation: Situation, sets: readonly Bound['set'][]): Limits {
  const bounds = allBounds(situation).filter(({ set }) => sets.includes(set));
  const tightest = (side: Bound['side']) =>
    bounds
      .filter((bound) => bound.side === side)
      .toSorted((a, b) => (side === 'min' ? b.value - a.value : a.value - b.value))[0];
  return { min: tightest('min'), max: tightest('max') };
}

function allBounds(situation: Situation): readonly Bound[] {
  const { specification, fields, asked, language } = situation;
  const { temperature } = fields;
  const documented = (side: Bound['side'], limit: Documented | undefined): readonly Bound[] =>
    limit ? [{ side, value: limit.value, source: limit.from.document, set: 'plant', from: limit.from }] : [];
  const declared = (side: Bound['side'], value: number | undefined): readonly Bound[] =>
    value === undefined
      ? []
      : [
          {
            side,
            value: toBase(value, temperature.unit),
            source: say(
              language,
              `valid_range of ${situation.dataset}.${temperature.id}`,
              `${situation.dataset}.${temperature.id} 的 valid_range`,
            ),
            set: 'plant',
            from: null,
          },
        ];
  const stated = (side: Bound['side'], value: number | undefined): readonly Bound[] =>
    value === undefined
      ? []
      : [{ side, value, source: say(language, 'the question', '问题'), set: 'question', from: null }];
  return [
    ...documented('min', specification.temperature.min),
    ...documented('max', specification.temperature.max),
    ...declared('min', temperature.range.min),
    ...declared('max', temperature.range.max),
    ...stated('min', asked.temperatureMin?.value),
    ...stated('max', asked.temperatureMax?.value),
  ];
}

/** The bound that a temperature breaks. */
export function broken(limits: Limits, temperature: number): Bound | undefined {
  if (limits.min && temperature < limits.min.value) return limits.min;
  if (limits.max && temperature > limits.max.value) return limits.max;
  return undefined;
}
