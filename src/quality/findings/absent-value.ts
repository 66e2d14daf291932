import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName } from './words.ts';

export const absentValue: FindingRule = {
  kind: 'absent_value',
  measure: 'value_occurrence',
  mention: false,
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { absent, of } = evidence.detail ?? {};
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: {
          zh: `${name} 声明的取值中有 ${of} 个从未出现：${absent}。`,
          en: `${of} of the declared values of ${name} never occur: ${absent}.`,
        },
        remedy: {
          zh: '没有出现过的取值，数据不能说明任何事；需要时补充采集。',
          en: 'The data say nothing of a value that never occurs; collect some where it matters.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `对 ${findings.map(({ fields }) => `\`${fields.join('.')}\``).join('、')} 未出现的取值下结论`,
    en: `Statements about values of ${findings.map(({ fields }) => `\`${fields.join('.')}\``).join(', ')} that never occur`,
  }),
};
