import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, listed, listedBefore } from './words.ts';

export const constantField: FindingRule = {
  kind: 'constant_field',
  measure: 'varying_fields',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: {
          zh: `${name} 在所有有值的记录中取同一个值。`,
          en: `${name} has the same value wherever it has one.`,
        },
        remedy: {
          zh: '它不能说明任何差异；若本应变化，请核对采集。',
          en: 'It explains no difference; check its collection if it should vary.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `分析 ${listedBefore(fieldsOf(findings))}的影响（取值不变）`,
    en: `Statements about the effect of ${listed(fieldsOf(findings), 'en')}, which never varies`,
  }),
};
