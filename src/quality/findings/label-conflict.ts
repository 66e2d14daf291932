import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf, rowFilter } from './words.ts';

export const labelConflict: FindingRule = {
  kind: 'label_conflict',
  measure: 'label_consistency',
  find(observations, table) {
    const { label_conflict_major, safe_filter_cost } = table.thresholds;
    return casesOf(observations).flatMap(({ fields, evidence }) => {
      const { why, causes, without, unmarked, groups } = evidence.detail ?? {};
      if (why === 'spread') return [];
      const [field = ''] = fields;
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: evidence.count / table.rows >= label_conflict_major ? 'major' : 'minor',
        fields,
        key: why === 'same' ? `${field}:same` : field,
        message: inBoth((language) => {
          const records = outOf(evidence.count, table.rows, 'records', language);
          if (why === 'same') {
            return language === 'zh'
              ? `${name} 自相矛盾：${groups} 组记录的其他字段全同，标签却不同，${records}。`
              : `${name} contradicts itself: ${groups} groups of records are equal in all other fields and have different labels, ${records}.`;
          }
          return language === 'zh'
            ? `${name} 在 ${causes} 之一成立时几乎总成立，但有例外：${records}（${without} 条成立而无一成立，${unmarked} 条有其一而不成立）。`
            : `${name} is set almost exactly where one of ${causes} is, but not in ${records}: ${without} have it without any of them, ${unmarked} have one of them without it.`;
        }),
        remedy: {
          zh: '查明哪个标签有误；在此之前训练与评价都排除这些记录。',
          en: 'Find out which label is wrong; until then leave these records out of training and evaluation.',
        },
        repair: {
          action: 'drop_records',
          loses: { zh: '这些记录，包括其中正确的标签', en: 'These records, right labels among them' },
          reversible: false,
        },
        filters: rowFilter(evidence.affected, table.rows, safe_filter_cost),
      });
    });
  },
  avoid: (findings) => ({
    zh: `把 ${listedBefore(fieldsOf(findings))}当作无误的真值`,
    en: `Taking ${listed(fieldsOf(findings), 'en')} for the truth in every record`,
  }),
};
