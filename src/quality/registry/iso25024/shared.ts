import type { Indicator } from '../indicator.ts';
import type { InputCode } from '../inputs.ts';

/** Of all of this standard: one public list names them; what others name with the same meaning overrules this. */
export const shared = {
  standard: 'ISO/IEC 25024:2015',
  basis: 'unverified',
  source: {
    zh: '编号与名称出自一份公开清单；未见标准文本',
    en: 'id and name from one public list; the text was not at hand',
  },
} as const;

/** Overrules `shared` where an independent source names the measure too. */
export const agreed: Pick<Indicator, 'basis' | 'source'> = {
  basis: 'reported',
  source: {
    zh: '公开清单与独立的实现或综述一致；未见标准文本',
    en: 'a public list and an independent implementation or survey agree; the text was not at hand',
  },
};

export const row = (
  id: string,
  zh: string,
  en: string,
  formulaZh: string,
  formulaEn: string,
  input: InputCode,
  reason: string,
): Pick<Indicator, 'id' | 'name' | 'formula' | 'inputs' | 'reasons'> => ({
  id,
  name: { zh, en },
  formula: { zh: formulaZh, en: formulaEn },
  inputs: [input],
  reasons: [reason],
});
