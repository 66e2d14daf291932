import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, listed, listedBefore, span } from './words.ts';

export const timeGaps: FindingRule = {
  kind: 'time_gaps',
  measure: 'time_completeness',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const name = fieldName(table, field);
      const { missing, longest = 0, base = 0 } = evidence.detail ?? {};
      const declared = table.recordSet.fields.find(({ id }) => id === field);
      const [gap, usual] = [span(declared, Number(longest)), span(declared, Number(base))];
      const share = value.status === 'measured' ? value.value : 0;
      return found(this.kind, table, evidence, {
        severity: share < table.thresholds.time_completeness_major ? 'major' : 'minor',
        fields: [field],
        message: {
          zh: `${name} 有 ${evidence.count} 处间断，约缺 ${missing} 个时间点；最长 ${gap}，通常间隔 ${usual}。`,
          en: `${name} has ${evidence.count} gaps, about ${missing} points are missing; the longest is ${gap}, the usual interval ${usual}.`,
        },
        remedy: {
          zh: '把间断两侧作为两段处理，或说明停机；不要跨间断插值或求变化率。',
          en: 'Treat both sides of a gap as separate runs, or declare the downtime; do not interpolate or take rates across it.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `跨 ${listedBefore(fieldsOf(findings))}的间断求变化率、持续时间或累计量`,
    en: `Rates, durations or totals across the gaps of ${listed(fieldsOf(findings), 'en')}`,
  }),
};
