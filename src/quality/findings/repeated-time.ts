import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, outOf } from './words.ts';

export const repeatedTime: FindingRule = {
  kind: 'repeated_time',
  measure: 'unique_times',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const points = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const natural = evidence.count / points >= table.thresholds.repeats_natural;
      return found(this.kind, table, evidence, {
        severity: natural ? 'info' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const records = outOf(evidence.count, points, 'records', language);
          return language === 'zh'
            ? `${name} 的时间在同一序列中重复：${records}与前面的记录同时。`
            : `${name} repeats a time of the same series in ${records}.`;
        }),
        remedy: natural
          ? {
              zh: '时间分辨率可能太粗，或未声明区分序列的字段（角色 group），如设备编号；请补充声明。',
              en: 'The times may be too coarse, or a field that tells the series apart (role group), such as the machine, is not declared: declare it.',
            }
          : {
              zh: '查明是重复发送还是时间分辨率不够；求变化率之前先合并或去除。',
              en: 'Find out whether records were sent twice or the times are too coarse; merge or drop them before taking rates.',
            },
      });
    });
  },
};
