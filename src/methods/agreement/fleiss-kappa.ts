import { ZhujiError } from '../../workspace/index.ts';
import type { Rng } from '../random.ts';
import { type Agreement, type BootstrapOptions, bootstrap } from './bootstrap.ts';
import { type Patterns, patternsOf, type Ratings } from './ratings.ts';

/**
 * Fleiss' kappa of nominal labels, with equally many labels (two or more) of each item, not necessarily by the same annotators.
 * J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382. The interval is a bootstrap over items, see {@link bootstrap}: the
 * standard error of 1971 was wrong, and that of 1979 holds for no agreement at all only.
 * NaN where all labels are the same. Errors: `invalid_argument` (not equally many labels).
 */
export function fleissKappa(ratings: Ratings, rng: Rng, options: BootstrapOptions = {}): Agreement {
  const patterns = patternsOf(ratings, 1);
  const sizes = new Set(patterns.patterns.map(({ labels }) => labels));
  if (sizes.size > 1 || sizes.has(1)) {
    throw new ZhujiError(
      'invalid_argument',
      {
        en: `Fleiss' kappa needs equally many labels of each item, two or more; there are ${[...sizes].sort((a, b) => a - b).join(', ')}.`,
        zh: `Fleiss kappa 要求每项的标签数相同且不少于两个；现有 ${[...sizes].sort((a, b) => a - b).join('、')} 个。`,
      },
      {
        recovery: {
          en: "Take Krippendorff's alpha, which allows for missing labels.",
          zh: '请改用允许缺失标签的 Krippendorff alpha。',
        },
      },
    );
  }
  return bootstrap(patterns, (counts) => kappaOf(patterns, counts), rng, options);
}

function kappaOf({ values, patterns }: Patterns, counts: Float64Array): number {
  const frequencies = new Float64Array(values.length);
  let [labels, equalPairs, pairs] = [0, 0, 0];
  for (const [place, pattern] of patterns.entries()) {
    const items = counts[place] ?? 0;
    labels += items * pattern.labels;
    pairs += items * pattern.labels * (pattern.labels - 1);
    for (const [index, code] of pattern.codes.entries()) {
      const times = pattern.times[index] ?? 0;
      frequencies[code] = (frequencies[code] ?? 0) + items * times;
      equalPairs += items * times * (times - 1);
    }
  }
  let byChance = 0;
  for (const frequency of frequencies) byChance += (frequency / labels) ** 2;
  return byChance < 1 ? (equalPairs / pairs - byChance) / (1 - byChance) : Number.NaN;
}
