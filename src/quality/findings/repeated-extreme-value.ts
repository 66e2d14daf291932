import { type FindingRule, found } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const repeatedExtremeValue: FindingRule = {
  kind: 'repeated_extreme_value',
  measure: 'non_outliers',
  find(observations, table) {
    const { out_of_range_major, safe_filter_cost } = table.thresholds;
    return observations.flatMap(({ field, value, repeated }) => {
      if (field === undefined || !repeated) return [];
      const code = repeated.value;
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const share = repeated.count / present;
      const name = fieldName(table, field);
      return [
        found(this.kind, table, repeated, {
          severity: share >= out_of_range_major ? 'major' : 'minor',
          fields: [field],
          message: inBoth((language) => {
            const values = outOf(repeated.count, present, 'values', language);
            return language === 'zh'
              ? `${name} 反复出现远离其他值的 ${code}，可能是“缺失”的代码：${values}。`
              : `${name} is ${code}, far from all other values, in ${values}: probably a code for missing.`;
          }),
          remedy: {
            zh: '排除这些记录；若确为缺失代码，在源文件中改为空值后重新加入。',
            en: 'Leave these records out; if it is a code for missing, leave the cells empty in the source and add it again.',
          },
          repair: {
            action: 'set_missing',
            loses: { zh: `这些单元格里写的 ${code}`, en: `The ${code} that these cells say` },
            reversible: false,
          },
          filters: share > safe_filter_cost ? [] : [{ field, op: '!=', value: code }],
        }),
      ];
    });
  },
  avoid: (findings) => ({
    zh: `不排除疑似缺失代码就对 ${listedBefore(fieldsOf(findings))}求均值、总和或极值`,
    en: `Means, sums or extremes of ${listed(fieldsOf(findings), 'en')} before the probable codes for missing are left out`,
  }),
};
