import type { Text } from '../../workspace/index.ts';
import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

const whys: Readonly<Record<string, Text>> = {
  values: { zh: '不在声明的取值之内', en: 'is none of the declared values' },
  pattern: { zh: '不符合声明的格式', en: 'does not match the declared pattern' },
  type: { zh: '不是数值，而其余都是', en: 'is no number, while all others are' },
};

export const invalidValue: FindingRule = {
  kind: 'invalid_value',
  measure: 'value_validity',
  find(observations, table) {
    const { invalid_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const share = evidence.count / present;
      const name = fieldName(table, field);
      const { why = 'values', frequent } = evidence.detail ?? {};
      const allowed = table.recordSet.fields.find(({ id }) => id === field)?.values ?? [];
      const cheap = share <= safe_filter_cost && allowed.length > 0 && allowed.length <= 50;
      return found(this.kind, table, evidence, {
        severity: share >= invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          const reason = whys[why]?.[language] ?? '';
          return language === 'zh'
            ? `${name} ${reason}：${values}，最多的是 ${frequent}。`
            : `${name} ${reason} in ${values}, most often ${frequent}.`;
        }),
        remedy: {
          zh: '把写错的值改正，或更正声明；在此之前排除这些记录。',
          en: 'Correct what is misspelt, or the declaration; until then leave these records out.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '这些单元格里写的内容', en: 'What these cells say' },
          reversible: false,
        },
        filters: cheap ? [{ field, op: 'in', value: allowed }] : [],
      });
    });
  },
  avoid: (findings) => ({
    zh: `不处理无效取值就按 ${listedBefore(fieldsOf(findings))}分组或计数`,
    en: `Grouping or counting by ${listed(fieldsOf(findings), 'en')} before the invalid values are dealt with`,
  }),
};
