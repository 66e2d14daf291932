import type { Field, Proposal } from '../../workspace/index.ts';
import { isNumeric } from '../facts/field-facts.ts';
import { quantileOf } from '../facts/sample.ts';
import type { TableFacts } from '../facts/types.ts';
import { short } from '../findings/words.ts';
import { propose, type Roles } from './proposal.ts';

/** Quartile distances beyond the quartiles: further out lies nothing of a normal process, and little of a skewed one. */
const reach = 6;
/** Share of the sample that may lie beyond and be left out. */
const strays = 0.001;
/** Room beyond the values seen, as a share of their span. */
const room = 0.1;

/** Lowest and highest value that is physically possible, by UCUM code. */
const physical: Readonly<Record<string, readonly [number, number]>> = {
  K: [0, Number.POSITIVE_INFINITY],
  Cel: [-273.15, Number.POSITIVE_INFINITY],
  '[degF]': [-459.67, Number.POSITIVE_INFINITY],
};

/** Ranges of measurements and setpoints that declare none: what was seen, with some room. */
export async function rangeProposals(table: TableFacts, roles: Roles): Promise<readonly Proposal[]> {
  if (table.rows < 50) return [];
  const sample = await table.sample();
  return table.fields
    .slice(0, table.thresholds.most_fields)
    .flatMap(({ field, min, max, distinct, notFinite }) => {
      const role = roles.get(field.id);
      if (field.range || !isNumeric(field) || (role !== 'measurement' && role !== 'setpoint')) return [];
      if (min === null || max === null || (distinct ?? 0) < 10 || notFinite > 0) return [];
      const sorted = sample.sorted(field.id);
      const [low, high] = [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)];
      const fence = [low - reach * (high - low), high + reach * (high - low)] as const;
      const beyond = sorted.reduce(
        (count, value) => count + (value < fence[0] || value > fence[1] ? 1 : 0),
        0,
      );
      const spoilt = high > low && beyond > 0 && beyond <= strays * sorted.length;
      const [least, most] = spoilt ? [Math.max(min, fence[0]), Math.min(max, fence[1])] : [min, max];
      const confidence = spoilt ? 0.4 : beyond > 0 ? 0.5 : sorted.length >= 1000 ? 0.7 : 0.5;
      const seen = `${short(min)} … ${short(max)}`;
      return [
        propose(table, field.id, 'range', withRoom(least, most, field), confidence, {
          zh: spoilt ? `取值 ${seen}，远离其余值的除外` : `取值 ${seen}，两端留余量`,
          en: spoilt
            ? `values of ${seen}, without those far from all others`
            : `values of ${seen}, and some room`,
        }),
      ];
    });
}

function withRoom(min: number, max: number, { unit }: Field): { readonly min: number; readonly max: number } {
  const span = max - min;
  const step = 10 ** (Math.floor(Math.log10(span)) - 1);
  const rounded = (value: number, way: (one: number) => number) =>
    Number((way(value / step) * step).toPrecision(12));
  const [lowest, highest] = physical[unit?.ucum ?? ''] ?? [
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  const share = unit?.symbol === '%' && min >= 0 && max <= 100;
  const low = rounded(min - room * span, Math.floor);
  const high = rounded(max + room * span, Math.ceil);
  return {
    min: Math.min(min, Math.max(low, min >= 0 ? 0 : lowest)),
    max: Math.max(max, Math.min(high, share ? 100 : max <= 0 ? 0 : highest)),
  };
}
