import { tc609Indicators } from '../registry/tc609/indicators.ts';

/** Weights of the indicators of TC609-5-2025-04, relative to each other within a dimension: all the same. */
export const equalWeights: Readonly<Record<string, number>> = Object.fromEntries(
  tc609Indicators.map(({ id }) => [id, 1]),
);

/** Share of each indicator in its dimension; those of a dimension add up to 1. A weight that is absent is 1. */
export function sharesWithinDimensions(
  weights: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const weightOf = (id: string) => weights[id] ?? 1;
  return Object.fromEntries(
    tc609Indicators.map(({ id, dimension }) => {
      const siblings = tc609Indicators.filter((one) => one.dimension.zh === dimension.zh);
      return [id, weightOf(id) / siblings.reduce((sum, one) => sum + weightOf(one.id), 0)];
    }),
  );
}

/** Weights of the dimensions, by the first two digits, that one submission plans with; nothing says that the specification sets any. */
export const dimensionWeights = {
  basis: 'unverified',
  weights: { '01': 0.3, '02': 0.4, '03': 0.3 },
} as const;
