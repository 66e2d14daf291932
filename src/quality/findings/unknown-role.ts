import { type FindingRule, found } from './rule.ts';
import { listed, listedBefore } from './words.ts';

export const unknownRole: FindingRule = {
  kind: 'unknown_role',
  measure: 'role_coverage',
  mention: false,
  find(_observations, table) {
    const fields = table.recordSet.fields.filter(({ role }) => role === null).map(({ id }) => id);
    if (fields.length === 0) return [];
    const evidence = { count: table.rows, rows: [] };
    return [
      found(this.kind, table, evidence, {
        severity: fields.length === table.recordSet.fields.length ? 'minor' : 'info',
        fields,
        message: {
          zh: `\`${table.recordSet.id}\` 中 ${listedBefore(fields)}的用途（标识、时间、测量、设定、标签、分组）未声明，相应的指标未测。`,
          en: `In \`${table.recordSet.id}\`, nobody declared what ${listed(fields, 'en')} is for (identifier, time, measurement, setpoint, label, group); the measures that need it were not taken.`,
        },
        remedy: { zh: '在元数据中声明字段用途。', en: 'Declare the roles in the metadata.' },
      }),
    ];
  },
  avoid: () => ({
    zh: '自行认定未声明用途的字段是标识、标签或设定值',
    en: 'Taking a field of undeclared role for an identifier, a label or a setpoint',
  }),
};
