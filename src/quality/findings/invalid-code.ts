import { codeSystems } from '../../workspace/index.ts';
import { codeFaultNames, codeSystemNames } from '../master-data/index.ts';
import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf } from './words.ts';

const faults = ['length', 'characters', 'check_character', 'form'] as const;

export const invalidCode: FindingRule = {
  kind: 'invalid_code',
  measure: 'code_validity',
  find(observations, table) {
    const { invalid_major } = table.thresholds;
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const present = value.status === 'measured' ? value.denominator : table.rows;
      const name = fieldName(table, field);
      const { detail = {} } = evidence;
      const system = codeSystems.find((one) => one === detail['system']);
      return found(this.kind, table, evidence, {
        severity: evidence.count / present >= invalid_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          const what = system ? codeSystemNames[system][language] : '';
          const why = faults
            .flatMap((fault) =>
              fault in detail ? [`${codeFaultNames[fault][language]} ${detail[fault]}`] : [],
            )
            .join(language === 'zh' ? '、' : ', ');
          return language === 'zh'
            ? `${name} 不是有效的${what}：${values}（${why}），如 ${detail['frequent']}。`
            : `${name} is no valid ${what} in ${values} (${why}), e.g. ${detail['frequent']}.`;
        }),
        remedy: {
          zh: '按来源单据或登记系统更正编码；在此之前不要用它们关联。',
          en: 'Correct the codes from the document or register they come from; do not join on them before.',
        },
        repair: {
          action: 'set_missing',
          loses: { zh: '这些单元格里写的编码', en: 'The codes that these cells hold' },
          reversible: false,
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `不核对编码就按 ${listedBefore(fieldsOf(findings))}关联`,
    en: `Joining on ${listed(fieldsOf(findings), 'en')} before the codes are checked`,
  }),
};
