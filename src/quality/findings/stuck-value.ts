import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, placeOf, short, unitOf } from './words.ts';

export const stuckValue: FindingRule = {
  kind: 'stuck_value',
  measure: 'live_values',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { value = 0, stretches = 1 } = evidence.detail ?? {};
      const { value: longest = 0 } = evidence.magnitude ?? {};
      const [first] = evidence.intervals ?? [];
      const held = `${short(Number(value))}${unitOf(table, field)}`;
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields: [field],
        message: inBoth((language) => {
          const place = first ? placeOf(first) : '';
          if (language === 'zh') {
            const more = Number(stretches) > 1 ? `；这样的段共 ${stretches} 段` : '';
            return `${name} 连续 ${longest} 条记录停在 ${held}（${place}），而其他信号在变化：传感器可能卡死${more}。`;
          }
          const more = Number(stretches) > 1 ? `; there are ${stretches} such stretches` : '';
          return `${name} stays at ${held} for ${longest} records in a row (${place}) while other signals move: probably a stuck sensor${more}.`;
        }),
        remedy: {
          zh: '检查传感器与采集链路；分析时把这些值当作缺失。',
          en: 'Check the sensor and the logging; take these values for missing.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '卡死段内该字段的值', en: "The field's values within the stretch" },
          reversible: false,
        },
        filters: filtersOf(evidence, table.rows * table.thresholds.safe_filter_cost),
      });
    });
  },
  avoid: (findings) => ({
    zh: `在卡死段内使用 ${listedBefore(fieldsOf(findings))}的数值、方差或相关性`,
    en: `Values, spreads or correlations of ${listed(fieldsOf(findings), 'en')} within the stuck stretches`,
  }),
};

/** One stretch of rows can be left out by a condition, where it costs little. */
function filtersOf(
  { intervals = [] }: { intervals?: readonly { from: number; to: number }[] },
  cost: number,
) {
  return intervals
    .map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const)
    .filter(([from, to]) => to - from + 1 <= cost)
    .map((value) => ({ field: 'row', op: 'not_between', value }));
}
