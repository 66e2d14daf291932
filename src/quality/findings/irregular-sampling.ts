import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, percent, span } from './words.ts';

export const irregularSampling: FindingRule = {
  kind: 'irregular_sampling',
  measure: 'regular_sampling',
  find(observations, table) {
    return withEvidence(observations).flatMap(({ field, value, evidence }) => {
      if (value.status !== 'measured' || value.value >= table.thresholds.regular_share) return [];
      const declared = table.recordSet.fields.find(({ id }) => id === field);
      // A declared interval that is not kept is told by itself.
      if (declared?.interval !== undefined) return [];
      const name = fieldName(table, field);
      const usual = span(declared, Number(evidence.detail?.['usual'] ?? 0));
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: inBoth((language) =>
          language === 'zh'
            ? `${name} 采样不规则：只有 ${percent(value.value)} 的间隔接近中位间隔 ${usual}。`
            : `${name} is sampled irregularly: only ${percent(value.value)} of the intervals are near the median of ${usual}.`,
        ),
        remedy: {
          zh: '按时间而不是按记录数求均值和变化率；需要等间隔的方法先重采样，并说明方法。',
          en: 'Take means and rates over time, not over records; resample, and say how, for methods that need equal intervals.',
        },
      });
    });
  },
};
