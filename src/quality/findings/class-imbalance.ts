import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, listed, listedBefore } from './words.ts';

export const classImbalance: FindingRule = {
  kind: 'class_imbalance',
  measure: 'class_balance',
  find(observations, table) {
    const { class_balance_info, class_balance_minor } = table.thresholds;
    return withEvidence(observations).flatMap(({ field, value, evidence }) => {
      if (value.status !== 'measured' || value.value >= class_balance_info) return [];
      const name = fieldName(table, field);
      const { smallest, largest, most } = evidence.detail ?? {};
      return found(this.kind, table, evidence, {
        severity: value.value < class_balance_minor ? 'minor' : 'info',
        fields: [field],
        message: {
          zh: `${name} 的类别不均衡：「${smallest}」${evidence.count} 条，「${largest}」${most} 条。`,
          en: `The classes of ${name} are unbalanced: “${smallest}” in ${evidence.count} records, “${largest}” in ${most}.`,
        },
        remedy: {
          zh: '按类别报告查准率与查全率，并注明小类的条数；不要只看总体准确率。',
          en: 'Report precision and recall per class with the number of records, not plain accuracy.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `仅以总体准确率评价 ${listedBefore(fieldsOf(findings))}的判断`,
    en: `Judging predictions of ${listed(fieldsOf(findings), 'en')} by plain accuracy`,
  }),
};
