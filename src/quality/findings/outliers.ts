import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, outOf, short } from './words.ts';

export const outliers: FindingRule = {
  kind: 'outliers',
  measure: 'non_outliers',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const measured = table.recordSet.fields.some(({ id, role }) => id === field && role === 'measurement');
      const name = fieldName(table, field);
      const { low = 0, high = 0 } = evidence.detail ?? {};
      const limits = `[${short(Number(low))}, ${short(Number(high))}]`;
      return found(this.kind, table, evidence, {
        severity: measured && evidence.count / present >= table.thresholds.outliers_minor ? 'minor' : 'info',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          return language === 'zh'
            ? `${name} 有离群值（在 ${limits} 之外）：${values}。`
            : `${name} lies far out (beyond ${limits}) in ${values}.`;
        }),
        remedy: {
          zh: '逐条看：可能是真实的极端工况；用中位数而不是均值概括，不要直接删除。',
          en: 'Look at them: they may be real extreme conditions. Summarise by the median, not the mean; do not just delete them.',
        },
      });
    });
  },
};
