import { seriesFields } from '../facts/pass.ts';
import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, outOf } from './words.ts';

export const outOfOrder: FindingRule = {
  kind: 'out_of_order',
  measure: 'time_order',
  find(observations, table) {
    const { time } = seriesFields(table.recordSet);
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const steps = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: evidence.count / steps >= table.thresholds.out_of_order_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const records = outOf(evidence.count, steps, 'records', language);
          return language === 'zh'
            ? `${name} 时序颠倒：${records}早于前一条。`
            : `${name} goes back in time in ${records}.`;
        }),
        remedy: {
          zh: `使用前按 ${name} 排序，并查明是补传、时钟回拨还是拼接。`,
          en: `Sort by ${name} before use, and find out whether records were sent late, a clock was set back or files were joined.`,
        },
        ...(field === time && {
          repair: {
            action: 'sort_by_time',
            loses: {
              zh: '记录的原有次序，即到达的先后；新版本保留原行号。',
              en: 'The order in which the records came; the new version keeps their old row numbers.',
            },
            reversible: false,
            parameters: { field },
          } as const,
        }),
      });
    });
  },
};
