import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore } from './words.ts';

export const labelLeak: FindingRule = {
  kind: 'label_leakage',
  measure: 'label_leakage',
  find(observations, table) {
    return casesOf(observations).map(({ fields, evidence }) => {
      const { label = '', by, others } = evidence.detail ?? {};
      const name = fieldName(table, fields[0] ?? '');
      const told = fieldName(table, String(label));
      const size = evidence.magnitude?.value ?? 0;
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields,
        key: [...fields, label].join('+'),
        message: inBoth((language) => {
          if (by === 'quantity') {
            return language === 'zh'
              ? `${name} 单独就几乎决定了 ${told}：${name} 相近的记录，${told} 的差异只有随机两条的 ${size} %。`
              : `${name} alone all but fixes ${told}: between records with the like ${name} it differs by ${size} % of what it does between any two.`;
          }
          if (language === 'zh') {
            const how = by === 'missing' ? '是否有值' : '的取值';
            return `${name} ${how}单独就能判断 ${told}：正确率 ${size} %，其余字段合起来为 ${others} %。`;
          }
          const how = by === 'missing' ? `Whether ${name} has a value` : name;
          return `${how} alone tells ${told} right in ${size} % of the records, all other fields together in ${others} %.`;
        }),
        remedy: {
          zh: `查明 ${name} 是否在标签已知之后才写入；若是，训练与评价时不用它，否则成绩虚高。`,
          en: `Find out whether ${name} is written after the label is known; if so, leave it out of training and evaluation, or the results will be too good.`,
        },
        repair: {
          action: 'drop_field',
          loses: { zh: `字段 ${name}`, en: `The field ${name}` },
          reversible: false,
          parameters: { field: fields[0] ?? '' },
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `以 ${listedBefore(fieldsOf(findings))}预测标签`,
    en: `Predicting the label from ${listed(fieldsOf(findings), 'en')}`,
  }),
};
