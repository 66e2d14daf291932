import { applyRules, type RuleOutcome } from '../facts/rules.ts';
import type { TableFacts } from '../facts/types.ts';
import {
  type Evidence,
  gbt36344,
  iso5259,
  type Measure,
  notMeasured,
  placed,
  ratio,
  tc609,
} from './measure.ts';

export const ruleConformance: Measure = {
  id: 'rule_conformance',
  version: 1,
  name: { zh: '跨字段规则符合率', en: 'Conformance with rules across fields' },
  formula: {
    zh: '满足规则的次数 / 可判定的次数（每条规则对每条记录判定一次；缺值而无法判定的不计）',
    en: 'times a rule is kept / times it can be decided (each rule once per record; those that lack a value do not count)',
  },
  direction: 'higher_is_better',
  standards: [
    gbt36344('0104', 'unverified'),
    gbt36344('0402', 'unverified'),
    iso5259('Con-ML-4'),
    tc609('0206'),
  ],
  requires: ['rules of a record set'],
  async observe(table) {
    const { rules = [] } = table.recordSet;
    if (rules.length === 0) return [{ value: notMeasured('no_business_rules', ['rules of a record set']) }];
    const { outcomes, refused } = await applyRules(table);
    const kept = outcomes.reduce((sum, one) => sum + one.holds, 0);
    const broken = outcomes.reduce((sum, one) => sum + one.fails, 0);
    const value =
      kept + broken > 0 ? ratio(kept, kept + broken) : notMeasured('rules_not_decidable', ['values']);
    const cases = [
      ...outcomes.map((outcome) => caseOf(table, outcome)),
      ...refused.map(
        ({ rule, problem }): Evidence => ({
          count: 0,
          rows: [],
          fields: [],
          detail: { rule: rule.id, condition: rule.condition, zh: problem.zh, en: problem.en },
        }),
      ),
    ];
    return [{ value, cases: table.rows === 0 ? [] : cases }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'integer' },
      { id: 'b', type: 'integer' },
      { id: 'product', type: 'number' },
      { id: 'kind', type: 'string' },
    ],
    recordSet: {
      rules: [
        { id: 'product', condition: 'product = a * b', description: {} },
        { id: 'kind', condition: 'kind = "x" implies a > 1', description: {} },
      ],
    },
    rows: [
      [1, 2, 2, 'y'],
      [2, 3, 7, 'x'],
      [null, 3, 6, 'x'],
      [1, 1, 1, 'x'],
    ],
    expected: [{ value: 4 / 6 }],
    source: 'of 8 decisions the two of the third record are open; 2 × 3 is not 7, and the last x has a = 1',
  },
};

function caseOf(table: TableFacts, { rule, fields, fails, undetermined, rows }: RuleOutcome): Evidence {
  return {
    count: fails,
    ...(fails > 0 ? placed(table, rows) : { rows: [] }),
    fields,
    detail: {
      rule: rule.id,
      condition: rule.condition,
      undetermined,
      ...(rule.tolerance !== undefined && { tolerance: rule.tolerance }),
      ...(rule.description.zh !== undefined && { aboutZh: rule.description.zh }),
      ...(rule.description.en !== undefined && { aboutEn: rule.description.en }),
    },
  };
}
