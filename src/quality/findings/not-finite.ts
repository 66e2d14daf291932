import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const notFinite: FindingRule = {
  kind: 'not_finite',
  measure: 'finite_values',
  find(observations, table) {
    const { invalid_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const share = evidence.count / present;
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: share >= invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          return language === 'zh'
            ? `${name} 是 NaN 或无穷大：${values}。`
            : `${name} is NaN or infinite in ${values}.`;
        }),
        remedy: {
          zh: '查明是除以零、溢出还是缺失的写法；若是缺失，改为空值。',
          en: 'Find out whether it is a division by zero, an overflow or a way to write missing; if so, leave the cell empty.',
        },
        repair: {
          action: 'set_missing',
          loses: {
            zh: '这些单元格里是 NaN 还是哪一端的无穷大',
            en: 'Whether these cells were NaN, or infinite at which end',
          },
          reversible: false,
        },
        filters:
          share > safe_filter_cost
            ? []
            : [{ field, op: 'between', value: [-Number.MAX_VALUE, Number.MAX_VALUE] }],
      });
    });
  },
  avoid: (findings) => ({
    zh: `不排除非有限值就对 ${listedBefore(fieldsOf(findings))}求均值、总和或极值：结果会是 NaN 或无穷大`,
    en: `Means, sums or extremes of ${listed(fieldsOf(findings), 'en')} before what is not finite is left out: they would be NaN or infinite`,
  }),
};
