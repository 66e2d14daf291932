import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf, rowFilter, short } from './words.ts';

export const unitJump: FindingRule = {
  kind: 'unit_jump',
  measure: 'steady_unit',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const present = table.fields.find((one) => one.field.id === field)?.present ?? table.rows;
      const { to = '', factor: by = 1, offset: plus = 0 } = evidence.detail ?? {};
      const [factor, offset] = [Number(by), Number(plus)];
      const formula = `x · ${short(factor)}${offset === 0 ? '' : ` ${offset < 0 ? '−' : '+'} ${short(Math.abs(offset))}`}`;
      const unit = String(to).startsWith('×') ? '' : ` (${to})`;
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields: [field],
        message: inBoth((language) => {
          const values = outOf(evidence.count, present, 'values', language);
          return language === 'zh'
            ? `${name} 有一部分值像是另一种单位${unit}：按 ${formula} 换算回去才与其余的值一致，${values}。`
            : `${name} is in another unit${unit} in ${values}: only with ${formula} undone do they agree with the rest.`;
        }),
        remedy: {
          zh: '核对这些记录的来源与单位，确认后换算；确认之前不要与其余的值一起统计。',
          en: 'Check where these records come from and their unit, then convert them; until then keep them apart from the rest.',
        },
        repair: {
          action: 'convert_unit',
          loses: {
            zh: '若这些值其实是真实的工况变化，换算会抹去它',
            en: 'A real change of the process, if that is what it was',
          },
          reversible: true,
          parameters: { field, factor: 1 / factor, offset: -offset / factor },
        },
        filters: rowFilter(evidence.affected, table.rows, table.thresholds.safe_filter_cost),
      });
    });
  },
  avoid: (findings) => ({
    zh: `未换算单位就统计 ${listedBefore(fieldsOf(findings))}`.trimEnd(),
    en: `Statistics of ${listed(fieldsOf(findings), 'en')} before the units are put right`,
  }),
};
