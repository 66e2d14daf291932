import { casesOf, type FindingRule, found } from './rule.ts';
import { inBoth, outOf, rowFilter } from './words.ts';

export const ruleViolation: FindingRule = {
  kind: 'rule_violation',
  measure: 'rule_conformance',
  find(observations, table) {
    const { rule_violation_major, safe_filter_cost } = table.thresholds;
    return casesOf(observations).flatMap(({ fields, evidence }) => {
      if (evidence.count === 0) return [];
      const { rule, condition, undetermined, tolerance, aboutZh, aboutEn } = evidence.detail ?? {};
      const open = Number(undetermined ?? 0);
      const decided = table.rows - open;
      return found(this.kind, table, evidence, {
        severity: evidence.count / decided >= rule_violation_major ? 'major' : 'minor',
        fields,
        key: String(rule),
        message: inBoth((language) => {
          const records = outOf(evidence.count, decided, 'records', language);
          const within = tolerance === undefined ? '' : ` ± ${Number(tolerance) * 100} %`;
          if (language === 'zh') {
            const about = aboutZh === undefined ? '' : `（${aboutZh}）`;
            const rest = open > 0 ? `；另有 ${open} 条因缺值无法判定` : '';
            return `规则 \`${condition}\`${within}${about}不成立：${records}${rest}。`;
          }
          const about = aboutEn === undefined ? '' : ` (${aboutEn})`;
          const rest = open > 0 ? `; ${open} more lack a value and cannot be decided` : '';
          return `The rule \`${condition}\`${within}${about} does not hold in ${records}${rest}.`;
        }),
        remedy: {
          zh: '核对这些记录与其来源，改正有误的字段；在此之前排除它们。若规则本身有误，则更正声明。',
          en: 'Check these records with their source and correct the field that is wrong; until then leave them out. If it is the rule that is wrong, correct the declaration.',
        },
        repair: {
          action: 'drop_records',
          loses: { zh: '这些记录中正确的字段', en: 'What is right in these records' },
          reversible: false,
        },
        filters: rowFilter(evidence.affected, table.rows, safe_filter_cost),
      });
    });
  },
  avoid: () => ({
    zh: '由违反规则的记录得出结论',
    en: 'Conclusions from records that break a declared rule',
  }),
};
