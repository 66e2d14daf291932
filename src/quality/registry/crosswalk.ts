import type { MeasureDefinition, StandardReference } from '../../workspace/index.ts';
import { cardMeasures } from '../documentation/index.ts';
import { measures } from '../measures/index.ts';
import type { Indicator } from './indicator.ts';
import { allIndicators } from './indicators.ts';
import { type Coverage, coverageReasons } from './reasons.ts';

export interface CrosswalkRow {
  readonly indicator: Indicator;
  readonly coverage: Coverage;
  /** What computes it; `unverified`: the assignment is our own, or rests on one source. */
  readonly measures: readonly { readonly id: string; readonly basis: StandardReference['basis'] }[];
  /** Code of `reasonCodes`: why nothing computes it; `null` where something does. */
  readonly reason: string | null;
  /** Indicators of the other standards that a measure of this one answers too, or that are the same by origin. */
  readonly counterparts: readonly Pick<StandardReference, 'standard' | 'id'>[];
}

type Assigned = CrosswalkRow['measures'][number];
type Definition = Pick<MeasureDefinition, 'id' | 'standards'>;

const keyOf = ({ standard, id }: Pick<StandardReference, 'standard' | 'id'>) => `${standard} ${id}`;

/** Ids that stand for the same indicator in ISO/IEC 5259-2 and in ISO/IEC 25024, from which it was taken over. */
const sameByOrigin = new Map(
  allIndicators.flatMap((indicator) => {
    if (indicator.origin === undefined) return [];
    const origin = { standard: 'ISO/IEC 25024:2015', id: indicator.origin } as const;
    return [
      [keyOf(indicator), origin],
      [keyOf(origin), { standard: indicator.standard, id: indicator.id }],
    ] as const;
  }),
);

function assignments(definitions: readonly Definition[]): ReadonlyMap<string, readonly Assigned[]> {
  const assigned = new Map<string, Assigned[]>();
  const add = (key: string, id: string, basis: Assigned['basis']) => {
    const known = assigned.get(key) ?? [];
    if (!known.some((one) => one.id === id)) assigned.set(key, [...known, { id, basis }]);
  };
  for (const { id, standards } of definitions) {
    for (const reference of standards) add(keyOf(reference), id, reference.basis);
  }
  for (const { id, standards } of definitions) {
    for (const reference of standards) {
      const same = sameByOrigin.get(keyOf(reference));
      if (same) add(keyOf(same), id, 'unverified');
    }
  }
  for (const indicator of allIndicators) {
    for (const id of indicator.measures ?? []) {
      if (definitions.some((one) => one.id === id)) add(keyOf(indicator), id, 'unverified');
    }
  }
  return assigned;
}

/** What this program computes: measures of record sets, and of the dataset as a whole. */
export const measureDefinitions: readonly MeasureDefinition[] = [...measures, ...cardMeasures];

/**
 * Every indicator with what computes it, or why nothing does. Computed from the measures' own references: a reference is
 * written in one place only.
 */
export function crosswalk(definitions: readonly Definition[] = measureDefinitions): readonly CrosswalkRow[] {
  const assigned = assignments(definitions);
  return allIndicators.map((indicator) => {
    const computing = assigned.get(keyOf(indicator)) ?? [];
    const missing = indicator.reasons.find((code) => code in coverageReasons) ?? 'not_built';
    const reason = computing.length > 0 ? null : missing;
    const same = sameByOrigin.get(keyOf(indicator));
    const counterparts = allIndicators.filter((other) => {
      if (other.standard === indicator.standard) return false;
      if (same && keyOf(same) === keyOf(other)) return true;
      return assigned.get(keyOf(other))?.some(({ id }) => computing.some((one) => one.id === id)) ?? false;
    });
    return {
      indicator,
      coverage: reason === null ? 'computed' : (coverageReasons[reason]?.coverage ?? 'declared'),
      measures: computing,
      reason,
      counterparts: counterparts.map(({ standard, id }) => ({ standard, id })),
    };
  });
}
