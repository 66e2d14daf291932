import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore } from './words.ts';

export const suspectLabels: FindingRule = {
  kind: 'suspect_labels',
  measure: 'label_agreement',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const share = evidence.magnitude?.value ?? 0;
      const { records = 0, sampled } = evidence.detail ?? {};
      return found(this.kind, table, evidence, {
        severity: share / 100 >= table.thresholds.label_noise_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          if (language === 'zh') {
            const of = sampled ? `抽样的 ${records} 条` : `${records} 条`;
            return `${name} 疑有误标：${of}记录中有 ${evidence.count} 条的标签与其他字段所示的类别明显不符，估计误标约 ${share} %。`;
          }
          const of = sampled ? `${records} sampled records` : `${records} records`;
          return `${name} is probably wrong in places: in ${evidence.count} of ${of} the other fields clearly say another class; about ${share} % of the labels may be wrong.`;
        }),
        remedy: {
          zh: '请人复核这些记录的标签；复核之前训练与评价都先排除它们，并说明误标率。',
          en: 'Have the labels of these records looked at again; until then leave them out of training and evaluation, and state the rate.',
        },
        repair: {
          action: 'set_missing',
          loses: {
            zh: '这些记录的标签，其中少数可能是对的',
            en: 'The labels of these records, a few of which may be right',
          },
          reversible: false,
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `把 ${listedBefore(fieldsOf(findings))}当作无误的真值来评价模型`,
    en: `Judging a model by ${listed(fieldsOf(findings), 'en')} as if the labels were all right`,
  }),
};
