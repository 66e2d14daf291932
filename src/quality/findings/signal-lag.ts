import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore } from './words.ts';

export const signalLag: FindingRule = {
  kind: 'signal_lag',
  measure: 'signals_in_step',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { lag = 0, partner = '', series = 1, of = 1 } = evidence.detail ?? {};
      const [where] = evidence.intervals ?? [];
      const placeIn = (language: 'zh' | 'en'): string => {
        if (!where) return '';
        const row = language === 'zh' ? `第 ${where.from} 行` : `row ${where.from}`;
        const parts = [where.series, where.start ?? row].filter(Boolean);
        return parts.join(language === 'zh' ? '，' : ', ');
      };
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields: [field],
        message: inBoth((language) => {
          if (language === 'zh') {
            const which = Number(of) > 1 ? `（${of} 个序列中的 ${series} 个）` : '';
            return `${name} 自 ${placeIn('zh')} 起比 \`${partner}\` 晚 ${lag} 条记录${which}，此前两者同步。`;
          }
          const which = Number(of) > 1 ? ` in ${series} of ${of} series` : '';
          return `From ${placeIn('en')} on ${name} comes ${lag} records after \`${partner}\`${which}; before, they moved together.`;
        }),
        remedy: {
          zh: '核对该信号的采集延迟、缓存与时钟；训练或分析因果之前把它移回对齐。',
          en: 'Check delay, buffering and clock of this signal; shift it back into line before training on it or asking for causes.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `由 ${listedBefore(fieldsOf(findings))}与其他信号的先后推断因果`,
    en: `Causes inferred from the order of ${listed(fieldsOf(findings), 'en')} and other signals`,
  }),
};
