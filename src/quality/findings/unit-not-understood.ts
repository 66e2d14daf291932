import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName } from './words.ts';

export const unitNotUnderstood: FindingRule = {
  kind: 'unit_not_understood',
  measure: 'unit_validity',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const symbol = String(evidence.detail?.['symbol'] ?? '');
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: {
          zh: `${name} 的单位“${symbol}”无法识别。`,
          en: `The unit of ${name}, “${symbol}”, is none that is known here.`,
        },
        remedy: {
          zh: '改用 UCUM 代码或常用符号声明单位；在此之前不要换算。',
          en: 'Declare it by its UCUM code or usual symbol; until then do not convert it.',
        },
      });
    });
  },
};
