import type { Text } from '../../workspace/index.ts';
import type { Evidence } from '../measures/measure.ts';
import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, inBoth } from './words.ts';

export const splitLeakage: FindingRule = {
  kind: 'split_leakage',
  measure: 'split_separation',
  find(observations, table) {
    return casesOf(observations).map(({ fields, evidence }) => {
      const [split = '', other] = fields;
      const name = fieldName(table, split);
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields,
        key: other ?? split,
        message: messageOf(evidence, name, other === undefined ? '' : fieldName(table, other)),
        remedy: {
          zh: '评价之前从训练部分去掉这些记录，或按组、按时间重新划分；在此之前成绩虚高。',
          en: 'Take these records out of the training part before you evaluate, or split anew by group or time; until then the results are too good.',
        },
        repair: {
          action: 'drop_records',
          loses: { zh: '训练部分中的这些记录', en: 'These records of the training part' },
          reversible: false,
        },
      });
    });
  },
  avoid: () => ({
    zh: '按现有划分报告测试成绩',
    en: 'Reporting test results by the split as it is',
  }),
};

function messageOf({ count, detail }: Evidence, split: string, other: string): Text {
  switch (detail?.['why']) {
    case 'groups':
      return inBoth((language) =>
        language === 'zh'
          ? `${split} 的划分拆散了 ${other} 的 ${detail['groups']} 组（共 ${detail['of']} 组，其余各在一份中）。`
          : `The parts of ${split} share ${detail['groups']} of the ${detail['of']} groups of ${other}; all others lie in one part.`,
      );
    case 'time':
      return inBoth((language) =>
        language === 'zh'
          ? `${split} 按 ${other} 先后划分，但有 ${count} 条记录在另一侧。`
          : `${split} parts the records by ${other}, but ${count} of them lie on the other side.`,
      );
    default:
      return inBoth((language) =>
        language === 'zh'
          ? `${split} 的较小部分（如测试集）中有 ${count} 条记录也在最大的部分（训练集）中。`
          : `${count} records of the smaller parts of ${split} (such as the test data) stand in the largest part too.`,
      );
  }
}
