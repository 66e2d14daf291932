import type { Repair } from '../../workspace/index.ts';
import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

export const badStatus: FindingRule = {
  kind: 'bad_status',
  measure: 'good_status',
  find(observations, table) {
    const { invalid_major, safe_filter_cost } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const { bad = 0, frequent = '', more = 0 } = evidence.detail ?? {};
      const qualified = table.recordSet.fields.find(({ id }) => id === field)?.qualifies ?? [];
      const codes = evidence.query?.where[0]?.value;
      const kept = value.status === 'measured' ? value.numerator : 0;
      const cheap =
        table.rows - kept <= safe_filter_cost * table.rows && Array.isArray(codes) && codes.length <= 50;
      return found(this.kind, table, evidence, {
        severity: Number(bad) / present >= invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const records = outOf(evidence.count, present, 'records', language);
          const codesTold = `${frequent}${Number(more) > 0 ? ', …' : ''}`;
          if (language === 'zh') {
            const effect = qualified.length > 0 ? `，影响 ${listed(qualified, 'zh')}` : '';
            return `${name} 表明值不可信（其中“坏” ${bad} 条）：${records}，${codesTold}${effect}。`;
          }
          const effect = qualified.length > 0 ? `; it concerns ${listed(qualified, 'en')}` : '';
          return `${name} says that values cannot be trusted in ${records}, ${bad} of them bad: ${codesTold}${effect}.`;
        }),
        remedy: {
          zh: '排除这些记录中受影响的值；“坏”的值不可用，“不确定”的值（如最后可用值）不是新的测量。',
          en: 'Leave the values concerned out: bad ones are no measurements, and uncertain ones, as the last usable value, no new ones.',
        },
        repair: repairOf(qualified),
        filters: cheap ? [{ field, op: 'not_in', value: codes }] : [],
      });
    });
  },
  avoid: (findings) => ({
    zh: `不按 ${listedBefore(fieldsOf(findings))}排除就使用受其影响的测量值`,
    en: `Measurements before the records of bad status (${listed(fieldsOf(findings), 'en')}) are left out`,
  }),
};

/** The one value that a status is about can be taken out by itself; of several, some may have a value and others none. */
function repairOf(qualified: readonly string[]): Repair {
  const [only] = qualified;
  if (only !== undefined && qualified.length === 1) {
    return {
      action: 'set_missing',
      parameters: { field: only },
      loses: { zh: `这些记录中 \`${only}\` 的值`, en: `What these records say of \`${only}\`` },
      reversible: false,
    };
  }
  return {
    action: 'drop_records',
    loses: { zh: '这些记录中状态良好的其他字段', en: 'What else these records say, of other fields' },
    reversible: false,
  };
}
