import type { Sentence } from '../../../workspace/index.ts';
import type { Indicator } from '../indicator.ts';

/** Of all of this standard: one vendor lists them all; what others implement with the same meaning overrules this. */
export const shared = {
  standard: 'ISO/IEC 5259-2:2024',
  basis: 'unverified',
  source: {
    zh: '编号与名称出自一家厂商的清单；未见标准文本',
    en: 'id and name from the list of one vendor; the text was not at hand',
  },
} as const;

/** Overrules `shared` where an independent implementation names the measure too. */
export const implemented: Pick<Indicator, 'basis' | 'source'> = {
  basis: 'reported',
  source: {
    zh: '厂商清单与独立的开源实现一致；未见标准文本',
    en: 'a vendor’s list and an independent open implementation agree; the text was not at hand',
  },
};

/** A ratio in words. */
export const ratioOf = (zh: string, zhOf: string, en: string, enOf: string): Sentence => ({
  zh: `${zh} / ${zhOf}`,
  en: `${en} / ${enOf}`,
});
