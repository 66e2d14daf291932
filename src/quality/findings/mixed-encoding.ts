import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const mixedEncoding: FindingRule = {
  kind: 'mixed_encoding',
  measure: 'text_integrity',
  find(observations, table) {
    const garbled = withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: evidence.count / present >= table.thresholds.invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          const { frequent } = evidence.detail ?? {};
          return language === 'zh'
            ? `${name} 有乱码（编码读错的痕迹）：${values}，如 ${frequent}。`
            : `${name} is garbled, read in a wrong encoding, in ${values}, such as ${frequent}.`;
        }),
        remedy: {
          zh: '从原始数据按正确编码重新导出；已变成替换字符的内容无法恢复。',
          en: 'Export the data anew in the right encoding; what became replacement characters cannot be recovered.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '乱码中还能辨认的部分', en: 'What can still be read of the garbled texts' },
          reversible: false,
        },
      });
    });
    const notices = (table.recordSet.notices ?? []).filter(({ code }) => code === 'mixed_encoding');
    return [
      ...garbled,
      ...notices.map(({ message }) =>
        found(
          this.kind,
          table,
          { count: 0, rows: [] },
          {
            severity: 'minor',
            fields: [],
            message,
            remedy: {
              zh: '抽查这些行的文本；请发布者以 UTF-8 统一导出。',
              en: 'Look at the texts of some of these lines; ask the publisher for one export in UTF-8.',
            },
          },
        ),
      ),
    ];
  },
  avoid: (findings) => {
    const fields = fieldsOf(findings);
    if (fields.length === 0) {
      return {
        zh: '不核对就按文本分组或连接（文件混用编码）',
        en: 'Grouping or joining on texts unchecked: the file mixes encodings',
      };
    }
    return {
      zh: `按 ${listedBefore(fields)}分组或连接（有乱码）`,
      en: `Grouping or joining on ${listed(fields, 'en')}, which is garbled in places`,
    };
  },
};
