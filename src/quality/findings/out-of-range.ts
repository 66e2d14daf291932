import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, outOf } from './words.ts';

export const outOfRange: FindingRule = {
  kind: 'out_of_range',
  measure: 'range_validity',
  find(observations, table) {
    const { out_of_range_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const share = evidence.count / present;
      const { min, max } = evidence.detail ?? {};
      const limits = `[${min ?? '−∞'}, ${max ?? '∞'}]`;
      const unit = table.recordSet.fields.find(({ id }) => id === field)?.unit?.symbol;
      const name = fieldName(table, field);
      return found(this.kind, table, evidence, {
        severity: share >= out_of_range_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const range = unit === undefined ? limits : `${limits} ${unit}`;
          const values = outOf(evidence.count, present, 'values', language);
          return language === 'zh'
            ? `${name} 超出声明范围 ${range}：${values}。`
            : `${name} lies outside its declared range ${range} in ${values}.`;
        }),
        remedy: {
          zh: '排除这些记录，或核对传感器、单位与声明的范围。',
          en: 'Leave these records out, or check the sensor, the unit and the declared range.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '超出范围的值', en: 'The values that lie outside' },
          reversible: false,
        },
        filters:
          share > safe_filter_cost
            ? []
            : [
                ...(min === undefined ? [] : [{ field, op: '>=', value: min }]),
                ...(max === undefined ? [] : [{ field, op: '<=', value: max }]),
              ],
      });
    });
  },
};
