import { casesOf, type FindingRule, found } from './rule.ts';
import { inBoth, outOf } from './words.ts';

export const ruleUndetermined: FindingRule = {
  kind: 'rule_undetermined',
  measure: 'rule_conformance',
  mention: false,
  find(observations, table) {
    return casesOf(observations).flatMap(({ fields, evidence }) => {
      const { rule, condition, undetermined, zh, en } = evidence.detail ?? {};
      const refused = en !== undefined;
      const count = refused ? table.rows : Number(undetermined ?? 0);
      if (count === 0) return [];
      return found(
        this.kind,
        table,
        { count, rows: [] },
        {
          severity: 'info',
          fields,
          key: String(rule),
          message: inBoth((language) => {
            const records = outOf(count, table.rows, 'records', language);
            if (refused) {
              return language === 'zh'
                ? `规则 \`${condition}\` 无法应用：${zh}。`
                : `The rule \`${condition}\` cannot be applied: ${en}.`;
            }
            return language === 'zh'
              ? `规则 \`${condition}\` 因缺值无法判定：${records}。`
              : `The rule \`${condition}\` cannot be decided in ${records}, which lack a value.`;
          }),
          remedy: refused
            ? { zh: '更正声明中的规则。', en: 'Correct the rule in the declaration.' }
            : {
                zh: '这些记录既不算符合也不算违反。',
                en: 'These records count neither as keeping the rule nor as breaking it.',
              },
        },
      );
    });
  },
};
