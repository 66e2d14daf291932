import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldsOf, listed, listedBefore } from './words.ts';

export const unknownUnit: FindingRule = {
  kind: 'unknown_unit',
  measure: 'unit_coverage',
  find(observations, table) {
    const fields = withEvidence(observations).map(({ field }) => field);
    if (fields.length === 0) return [];
    const evidence = { count: table.rows, rows: [] };
    return [
      found(this.kind, table, evidence, {
        severity: 'minor',
        fields,
        message: {
          zh: `\`${table.recordSet.id}\` 中 ${listedBefore(fields)}的单位未知。`,
          en: `In \`${table.recordSet.id}\`, the unit of ${listed(fields, 'en')} is unknown.`,
        },
        remedy: {
          zh: '在元数据中声明单位（无量纲写 1）；在此之前不要换算，也不要写出单位。',
          en: 'Declare the unit in the metadata (1 for a pure number); until then neither convert nor state one.',
        },
      }),
    ];
  },
  avoid: (findings) => ({
    zh: `把 ${listedBefore(fieldsOf(findings))}与带单位的限值比较`,
    en: `Comparing ${listed(fieldsOf(findings), 'en')} with limits that carry a unit`,
  }),
};
