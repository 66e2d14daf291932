import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, placeOf } from './words.ts';

export const missingBlock: FindingRule = {
  kind: 'missing_block',
  measure: 'missing_together',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { value: longest = 0 } = evidence.magnitude ?? {};
      const stretches = Number(evidence.detail?.['stretches'] ?? 1);
      const [first] = evidence.intervals ?? [];
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields: [field],
        message: inBoth((language) => {
          const place = first ? placeOf(first) : '';
          if (language === 'zh') {
            const more = stretches > 1 ? `；这样的段共 ${stretches} 段` : '';
            return `${name} 连续 ${longest} 条记录缺值（${place}）${more}。`;
          }
          const more = stretches > 1 ? `; there are ${stretches} such stretches` : '';
          return `${name} has no value in ${longest} records in a row (${place})${more}.`;
        }),
        remedy: {
          zh: '查明这一段为何没有采集；不要跨过它插值，跨越它的统计要说明缺口。',
          en: 'Find out why nothing was recorded; do not interpolate across it, and say so where a statistic spans it.',
        },
        repair: {
          action: 'drop_records',
          loses: { zh: '这些记录中其他字段的值', en: 'What the other fields say in these records' },
          reversible: false,
        },
      });
    });
  },
  avoid: () => ({
    zh: '跨过成段缺失做插值、趋势或时长统计',
    en: 'Interpolation, trends or durations across the stretches without values',
  }),
};
