import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf, short, unitOf } from './words.ts';

export const saturation: FindingRule = {
  kind: 'saturation',
  measure: 'unsaturated_values',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const { end = 0, side } = evidence.detail ?? {};
      const limit = `${short(Number(end))}${unitOf(table, field)}`;
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          if (language === 'zh') {
            return `${name} 的值堆积在${side === 'upper' ? '上' : '下'}限 ${limit}：${values}，可能超出量程。`;
          }
          return `${name} piles up at its ${side} end ${limit} in ${values}: probably beyond what the sensor can show.`;
        }),
        remedy: {
          zh: '核对传感器量程；把这些值看作“不小于（不大于）该限”，不要求均值或拟合。',
          en: 'Check the range of the sensor; read these values as "at least" (or "at most") that limit, and neither average nor fit them.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `用饱和值求 ${listedBefore(fieldsOf(findings))}的均值、极值或回归`,
    en: `Means, extremes or regressions of ${listed(fieldsOf(findings), 'en')} over the saturated values`,
  }),
};
