import type { StandardReference } from '../../workspace/index.ts';
import { ZhujiError } from '../../workspace/index.ts';
import { gbt36344Indicators } from './gbt36344.ts';
import type { Indicator } from './indicator.ts';
import { iso5259Measures } from './iso5259/index.ts';
import { iso25024Measures } from './iso25024/index.ts';
import { tc609Cleanliness } from './tc609/cleanliness.ts';
import { tc609Extension } from './tc609/extension.ts';
import { tc609Indicators } from './tc609/indicators.ts';

/** Short names of the standards, as on the command line. */
export const standards = {
  tc609: 'TC609-5-2025-04',
  gbt36344: 'GB/T 36344-2018',
  iso5259: 'ISO/IEC 5259-2:2024',
  iso25024: 'ISO/IEC 25024:2015',
} as const satisfies Readonly<Record<string, StandardReference['standard']>>;
export type StandardName = keyof typeof standards;

/** The indicators of all standards, with the items of the annex and of our extension. */
export const allIndicators: readonly Indicator[] = [
  ...tc609Indicators,
  ...tc609Cleanliness,
  ...tc609Extension,
  ...gbt36344Indicators,
  ...iso5259Measures,
  ...iso25024Measures,
];

/** The indicators of one standard, or of all, without the items of annexes and extensions. */
export function indicators(standard?: StandardReference['standard']): readonly Indicator[] {
  return allIndicators.filter(
    (one) => one.part === undefined && (standard === undefined || one.standard === standard),
  );
}

/** One indicator or item. Error: `not_found`. */
export function indicator(standard: StandardReference['standard'], id: string): Indicator {
  const found = allIndicators.find((one) => one.standard === standard && one.id === id);
  if (found) return found;
  throw new ZhujiError(
    'not_found',
    { en: `${standard} has no indicator ${id}`, zh: `${standard} 没有指标 ${id}` },
    {
      recovery: { en: 'List them with "zhuji measures".', zh: '请用 "zhuji measures" 查看。' },
      details: { standard, id },
    },
  );
}
