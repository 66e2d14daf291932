import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, listed, listedBefore } from './words.ts';

export const repeatedIdentifier: FindingRule = {
  kind: 'repeated_identifier',
  measure: 'identifier_uniqueness',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields: [field],
        message: {
          zh: `标识 ${name} 不唯一：${evidence.count} 条记录重复使用了别的记录的标识。`,
          en: `The identifier ${name} is not unique: ${evidence.count} records repeat another record's.`,
        },
        remedy: {
          zh: `引用记录时用行号；按 ${name} 关联之前先查明重复的原因。`,
          en: `Refer to records by their row; find out why they repeat before joining on ${name}.`,
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `以 ${listedBefore(fieldsOf(findings))}作唯一键关联`,
    en: `Joins that take ${listed(fieldsOf(findings), 'en')} for a unique key`,
  }),
};
