import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, inBoth, short } from './words.ts';

export const repeatedCondition: FindingRule = {
  kind: 'repeated_condition',
  measure: 'label_consistency',
  mention: false,
  find(observations, table) {
    return casesOf(observations).flatMap(({ fields, evidence }) => {
      const { why, groups, conditions, median } = evidence.detail ?? {};
      if (why !== 'spread') return [];
      const name = fieldName(table, fields[0] ?? '');
      const { value = 0, unit = '' } = evidence.magnitude ?? {};
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields,
        message: inBoth((language) =>
          language === 'zh'
            ? `${groups} 个条件（${conditions}）有重复记录，${name} 在其中相差至多 ${short(value)} ${unit}，中位数 ${median} ${unit}。`
            : `${groups} conditions (${conditions}) were repeated; ${name} differs among them by up to ${short(value)} ${unit}, ${median} ${unit} in the median.`,
        ),
        remedy: {
          zh: '把这一差异当作重复性的下限：预测不会比它更准；划分训练与测试时把同一条件放在一起。',
          en: 'Take this as the limit of repeatability, below which no prediction can go; keep a condition together when you split the data.',
        },
      });
    });
  },
};
