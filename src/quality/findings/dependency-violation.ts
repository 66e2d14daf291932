import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, inBoth, outOf, rowFilter } from './words.ts';

export const dependencyViolation: FindingRule = {
  kind: 'dependency_violation',
  measure: 'dependency_conformance',
  find(observations, table) {
    return casesOf(observations).map(({ fields, evidence }) => {
      const [to, from] = fields.map((field) => fieldName(table, field));
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields,
        key: fields.join('+'),
        message: inBoth((language) => {
          const records = outOf(evidence.count, table.rows, 'records', language);
          return language === 'zh'
            ? `${to} 几乎总由 ${from} 决定，例外：${records}。`
            : `${to} all but follows from ${from}; it does not in ${records}.`;
        }),
        remedy: {
          zh: '核对这些记录的两个字段；若依赖属实，请作为规则声明，并改正例外。',
          en: 'Check both fields of these records; if one does follow from the other, declare it as a rule and correct the exceptions.',
        },
        repair: {
          action: 'drop_records',
          loses: { zh: '这些记录，其中的例外可能属实', en: 'These records, whose exception may be true' },
          reversible: false,
        },
        filters: rowFilter(evidence.affected, table.rows, table.thresholds.safe_filter_cost),
      });
    });
  },
};
