import { cohenKappa, krippendorffAlpha, type Value } from '../../methods/agreement/index.ts';
import type { Rng } from '../../methods/index.ts';
import { type Coefficient, coefficient } from './coefficient.ts';
import type { LabelTable } from './label-table.ts';

export interface PairAgreement {
  readonly annotators: readonly [string, string];
  /** Items that both labelled. */
  readonly items: number;
  /** Share of equal labels. */
  readonly equal: number;
  /** Cohen's kappa: plain on a nominal scale, with linear weights on an ordinal one; else Krippendorff's alpha of the two. */
  readonly agreement: Coefficient;
}

/** Agreement of the pairs with most items in common, `most` of them, and how many pairs were left out. */
export function pairAgreement(
  table: LabelTable,
  most: number,
  level: number,
  rng: Rng,
): { pairs: PairAgreement[]; leftOut: number } {
  const size = table.annotators.length;
  const shared = new Float64Array(size * size);
  for (const { labels } of table.items) {
    for (const { annotator: a } of labels) {
      for (const { annotator: b } of labels)
        if (a < b) shared[a * size + b] = (shared[a * size + b] ?? 0) + 1;
    }
  }
  const found = [...shared.keys()]
    .filter((key) => (shared[key] ?? 0) > 0)
    .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b);
  const wanted = new Map<number, (readonly [Value, Value])[]>(found.slice(0, most).map((key) => [key, []]));
  for (const { labels } of table.items) {
    for (const one of labels) {
      for (const other of labels) {
        if (one.annotator < other.annotator) {
          wanted.get(one.annotator * size + other.annotator)?.push([one.label, other.label]);
        }
      }
    }
  }
  const pairs = [...wanted].map(([key, ratings]): PairAgreement => {
    const name = (place: number) => table.annotators[place] ?? '';
    return {
      annotators: [name(Math.floor(key / size)), name(key % size)],
      items: ratings.length,
      equal: ratings.filter(([a, b]) => a === b).length / ratings.length,
      agreement: coefficient(agreementOf(ratings, table.scale, level, rng)),
    };
  });
  return { pairs, leftOut: found.length - pairs.length };
}

function agreementOf(
  ratings: readonly (readonly [Value, Value])[],
  scale: LabelTable['scale'],
  level: number,
  rng: Rng,
) {
  if (scale === 'nominal') return cohenKappa(ratings, { level });
  if (scale === 'ordinal') return cohenKappa(ratings, { level, weights: 'linear' });
  return krippendorffAlpha(ratings, scale, rng, { level, resamples: 200 });
}
