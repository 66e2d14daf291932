import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, short, span } from './words.ts';

/** How far the usual interval may be from the declared one. */
const tolerance = 0.1;

export const intervalDiffers: FindingRule = {
  kind: 'interval_differs',
  measure: 'regular_sampling',
  find(observations, table) {
    return withEvidence(observations).flatMap(({ field, evidence }) => {
      const declared = table.recordSet.fields.find(({ id }) => id === field);
      const { base = 0, usual = 0 } = evidence.detail ?? {};
      const [wanted, actual] = [Number(base), Number(usual)];
      if (declared?.interval === undefined || Math.abs(actual / wanted - 1) <= tolerance) return [];
      const name = fieldName(table, field);
      const [said, seen] = [span(declared, wanted), span(declared, actual)];
      const magnitude = { value: Number(short(actual / wanted)), unit: 'factor' };
      return found(
        this.kind,
        table,
        { ...evidence, magnitude },
        {
          severity: 'minor',
          fields: [field],
          message: {
            zh: `${name} 声明的间隔是 ${said}，实际的中位间隔是 ${seen}。`,
            en: `${name} is declared to come every ${said}; the median interval is ${seen}.`,
          },
          remedy: {
            zh: '核对采集设置，更正声明或重新采集；由记录数换算的时长不可信。',
            en: 'Check how the data are taken, and correct the declaration or the collection; durations counted in records are not to be trusted.',
          },
        },
      );
    });
  },
};
