import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, inBoth, short } from './words.ts';

export const rareClass: FindingRule = {
  kind: 'rare_class',
  measure: 'class_balance',
  find(observations, table) {
    return casesOf(observations).map(({ fields, evidence }) => {
      const name = fieldName(table, fields[0] ?? '');
      const { name: value, low, high, all } = evidence.detail ?? {};
      const share = `${short((100 * evidence.count) / Number(all))} %`;
      const interval = `${short(100 * Number(low))}–${short(100 * Number(high))} %`;
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields,
        key: `${fields.join('+')}:${value}`,
        message: inBoth((language) =>
          language === 'zh'
            ? `${name} 的「${value}」只有 ${evidence.count} 条（共 ${all} 条）：占 ${share}，95 % 区间 ${interval}。`
            : `Only ${evidence.count} of ${all} records of ${name} are “${value}”: ${share}, with a 95 % interval of ${interval}.`,
        ),
        remedy: {
          zh: '关于这一类的任何比率都要给出条数与区间；条数不够时收集更多样本，不要单独训练或评价它。',
          en: 'State number and interval with any rate of this class; collect more before you train on it or judge by it alone.',
        },
      });
    });
  },
};
