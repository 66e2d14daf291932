import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const danglingReference: FindingRule = {
  kind: 'dangling_reference',
  measure: 'reference_integrity',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const { target, frequent } = evidence.detail ?? {};
      return found(this.kind, table, evidence, {
        severity: evidence.count / present >= table.thresholds.dangling_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          return language === 'zh'
            ? `${name} 引用了 \`${target}\` 中不存在的值：${values}，如 ${frequent}。`
            : `${name} refers to values that \`${target}\` does not have, in ${values}, such as ${frequent}.`;
        }),
        remedy: {
          zh: '补全被引用的表，或更正这些值；在此之前连接会丢掉这些记录。',
          en: 'Complete the table referred to, or correct these values; until then a join loses these records.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '这些引用', en: 'These references' },
          reversible: false,
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `按 ${listedBefore(fieldsOf(findings))}连接后计数或求和（会丢记录）`,
    en: `Counts or sums after a join on ${listed(fieldsOf(findings), 'en')}, which loses records`,
  }),
};
