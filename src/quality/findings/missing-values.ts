import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const missingValues: FindingRule = {
  kind: 'missing_values',
  measure: 'value_completeness',
  find(observations, table) {
    const { missing_minor, missing_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, evidence }) => {
      const share = evidence.count / table.rows;
      const label = table.recordSet.fields.some(({ id, role }) => id === field && role === 'label');
      const name = fieldName(table, field);
      const isEmpty = evidence.count === table.rows;
      const cheap = label || share <= safe_filter_cost;
      return found(this.kind, table, evidence, {
        severity: share >= missing_major ? 'major' : label || share >= missing_minor ? 'minor' : 'info',
        fields: [field],
        message: inBoth((language) => {
          if (isEmpty) return language === 'zh' ? `${name} 没有任何值。` : `${name} has no value at all.`;
          const records = outOf(evidence.count, table.rows, 'records', language);
          return language === 'zh' ? `${name} 缺值：${records}。` : `${name} has no value in ${records}.`;
        }),
        remedy: isEmpty
          ? {
              zh: `不要使用 ${name}，或查明为何未写入。`,
              en: `Do not use ${name}, or find out why it was never written.`,
            }
          : {
              zh: `用到 ${name} 时以 is_present 排除这些记录；不要填 0 或均值。`,
              en: `Leave these records out with is_present where ${name} is used; fill in neither 0 nor a mean.`,
            },
        ...(isEmpty
          ? {
              repair: {
                action: 'drop_field',
                loses: { zh: `空字段 ${name}`, en: `The empty field ${name}` },
                reversible: true,
                parameters: { field },
              } as const,
            }
          : share <= safe_filter_cost && {
              repair: {
                action: 'drop_records',
                loses: { zh: '这些记录中其他字段的值', en: 'What the other fields say in these records' },
                reversible: false,
              } as const,
            }),
        filters: cheap && !isEmpty ? [{ field, op: 'is_present' }] : [],
      });
    });
  },
  avoid: (findings) => ({
    zh: `对缺值记录的 ${listedBefore(fieldsOf(findings))}下结论`,
    en: `Statements about ${listed(fieldsOf(findings), 'en')} in records that lack the value`,
  }),
};
