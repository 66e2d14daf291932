import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName } from './words.ts';

export const classCountDiffers: FindingRule = {
  kind: 'class_count_differs',
  measure: 'class_counts',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields: [field],
        message: {
          zh: `${name} 的类别条数与声明不符：${evidence.detail?.['zh']}。`,
          en: `The classes of ${name} differ from what is declared: ${evidence.detail?.['en']}.`,
        },
        remedy: {
          zh: '核对说明与文件哪一个有误；引用条数时以文件为准并说明差异。',
          en: 'Find out whether the description or the file is wrong; quote the numbers of the file and say that they differ.',
        },
      });
    });
  },
};
