import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, short, unitOf } from './words.ts';

export const coarseValues: FindingRule = {
  kind: 'coarse_values',
  measure: 'fine_resolution',
  mention: false,
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const { step = 0, steps = 0 } = evidence.detail ?? {};
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: inBoth((language) => {
          const size = `${short(Number(step))}${unitOf(table, field)}`;
          const name = fieldName(table, field);
          return language === 'zh'
            ? `${name} 的最小步长为 ${size}，标准差只有 ${short(Number(steps))} 步：量化较粗。`
            : `${name} moves in steps of ${size}, and its standard deviation is only ${short(Number(steps))} of them: it is coarsely quantised.`;
        }),
        remedy: {
          zh: '小于一个步长的差别没有意义；需要更细时换用原始信号。',
          en: 'Differences below a step mean nothing; take the raw signal where finer values are needed.',
        },
      });
    });
  },
};
