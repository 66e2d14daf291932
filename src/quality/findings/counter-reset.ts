import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, short } from './words.ts';

export const counterReset: FindingRule = {
  kind: 'counter_reset',
  measure: 'unbroken_counters',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { value = 0, unit = '' } = evidence.magnitude ?? {};
      const row = evidence.detail?.['row'] ?? 0;
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields: [field],
        message: inBoth((language) => {
          const most = `${short(value)}${unit === '' ? '' : ` ${unit}`}`;
          return language === 'zh'
            ? `${name} 是只增的计数器，有 ${evidence.count} 次回到起点（首次在第 ${row} 行，最大落差 ${most}）。`
            : `${name} is a counter that only grows, and starts anew ${evidence.count} times (first in row ${row}, by ${most} at most).`;
        }),
        remedy: {
          zh: '求差与总量时把复位前后分段；确认复位是换件、清零还是溢出。',
          en: 'Take differences and totals of each stretch by itself; find out whether a part was changed, the counter cleared, or it overflowed.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `跨复位点求 ${listedBefore(fieldsOf(findings))}的差值或总量`,
    en: `Differences or totals of ${listed(fieldsOf(findings), 'en')} across its resets`,
  }),
};
