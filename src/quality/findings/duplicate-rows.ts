import { type FindingRule, found } from './rule.ts';
import { inBoth, outOf } from './words.ts';

export const duplicateRows: FindingRule = {
  kind: 'duplicate_rows',
  measure: 'duplicate_records',
  find(observations, table) {
    return observations.flatMap(({ evidence }) => {
      if (!evidence) return [];
      const where = table.recordSet.id;
      return found(this.kind, table, evidence, {
        severity: evidence.count / table.rows >= table.thresholds.duplicates_major ? 'major' : 'minor',
        fields: [],
        message: inBoth((language) => {
          const records = outOf(evidence.count, table.rows, 'records', language);
          return language === 'zh'
            ? `\`${where}\` 有重复：${records}与前面某条完全相同。`
            : `In \`${where}\`, ${records} repeat an earlier one in every field.`;
        }),
        remedy: {
          zh: '计数、求均值或划分训练集与测试集之前先去重，除非重复确有其事。',
          en: 'Drop the repeats before counting, averaging or splitting into training and test data, unless they are real.',
        },
        repair: {
          action: 'drop_repeats',
          loses: {
            zh: '重复出现的次数；每条只留最早的一条',
            en: 'How often a record came; the first of each stays',
          },
          reversible: false,
        },
      });
    });
  },
  avoid: () => ({
    zh: '不去重就计数或划分训练集与测试集',
    en: 'Counts, or splits into training and test data, without dropping repeated records',
  }),
};
