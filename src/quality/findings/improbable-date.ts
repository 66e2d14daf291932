import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const improbableDate: FindingRule = {
  kind: 'improbable_date',
  measure: 'probable_dates',
  find(observations, table) {
    const { invalid_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const share = evidence.count / present;
      const name = fieldName(table, field);
      const { beyond = '', defaults = '' } = evidence.detail ?? {};
      const condition = evidence.query?.where[0];
      // One condition shows them all where there is one case only; turned round, it leaves them out.
      const only =
        evidence.detail?.['only'] !== undefined && condition !== undefined && share <= safe_filter_cost;
      return found(this.kind, table, evidence, {
        severity: share >= invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          const whys =
            language === 'zh'
              ? [beyond && `超出 ${beyond}`, defaults && `是时钟或程序的默认日期 ${defaults}`]
              : [
                  beyond && `lie beyond ${beyond}`,
                  defaults && `are a default of clocks and programs (${defaults})`,
                ];
          const why = whys.filter((one) => one !== '').join(language === 'zh' ? '或' : ' or ');
          return language === 'zh'
            ? `${name} 有不可信的日期（${why}）：${values}。`
            : `${name} has dates that ${why}, in ${values}.`;
        }),
        remedy: {
          zh: '多为时钟未校准、缺失值的写法或年份错位；排除这些记录，或从其他来源补上日期。',
          en: 'Mostly a clock that was not set, a way to write missing, or a slipped year; leave these records out, or take the date from elsewhere.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '这些单元格里写的日期', en: 'The dates that these cells say' },
          reversible: false,
        },
        filters:
          only && condition.value !== undefined
            ? [{ field, op: condition.op === 'between' ? 'not_between' : 'between', value: condition.value }]
            : [],
      });
    });
  },
  avoid: (findings) => ({
    zh: `不排除不可信日期就按 ${listedBefore(fieldsOf(findings))}排序、求时长或划分时间段`,
    en: `Orders, durations or periods by ${listed(fieldsOf(findings), 'en')} before the improbable dates are left out`,
  }),
};
