import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf, short, unitOf } from './words.ts';

/** Rows that a condition names one by one. */
const mostRows = 50;

export const spikes: FindingRule = {
  kind: 'spikes',
  measure: 'values_without_spikes',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const { value: extreme = 0, row = 0 } = evidence.detail ?? {};
      const rows = (evidence.affected ?? []).flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, place) => first + place),
      );
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          const largest = `${short(Number(extreme))}${unitOf(table, field)}`;
          return language === 'zh'
            ? `${name} 有孤立尖峰，偏离前后的值后立即恢复：${values}；最大的在第 ${row} 行，为 ${largest}。`
            : `${name} has isolated spikes that leave the values around them and come back, in ${values}; the largest is ${largest} in row ${row}.`;
        }),
        remedy: {
          zh: '查明是干扰还是真实冲击；用中位数概括，或把这些值当作缺失。',
          en: 'Find out whether they are interference or real shocks; summarise by the median, or take them for missing.',
        },
        repair: {
          action: 'set_missing',
          loses: {
            zh: '这些尖峰的值（若是真实冲击，也随之丢失）',
            en: 'The values of the spikes, real shocks among them',
          },
          reversible: false,
        },
        filters:
          rows.length > 0 && rows.length <= mostRows ? [{ field: 'row', op: 'not_in', value: rows }] : [],
      });
    });
  },
  avoid: (findings) => ({
    zh: `不处理尖峰就对 ${listedBefore(fieldsOf(findings))}求均值、方差或极值`,
    en: `Means, spreads or extremes of ${listed(fieldsOf(findings), 'en')} before the spikes are dealt with`,
  }),
};
