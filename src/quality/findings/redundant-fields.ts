import { casesOf, type FindingRule, found } from './rule.ts';
import { fieldName, inBoth } from './words.ts';

export const redundantFields: FindingRule = {
  kind: 'redundant_fields',
  measure: 'non_redundant_fields',
  mention: false,
  find(observations, table) {
    return casesOf(observations).map(({ fields, evidence }) => {
      const [second, first] = fields.map((field) => fieldName(table, field));
      const equal = evidence.detail?.['equal'] === 1;
      return found(this.kind, table, evidence, {
        severity: 'info',
        fields,
        key: fields.join('+'),
        message: inBoth((language) => {
          if (language === 'zh') {
            return equal
              ? `${second} 与 ${first} 完全相同。`
              : `${second} 与 ${first} 成线性关系（r = ${evidence.magnitude?.value}）。`;
          }
          return equal
            ? `${second} is the same as ${first}.`
            : `${second} is a linear function of ${first} (r = ${evidence.magnitude?.value}).`;
        }),
        remedy: {
          zh: '只用其中之一；不要把两者当作两份独立的证据。',
          en: 'Use one of them; do not take the two for two pieces of evidence.',
        },
        repair: {
          action: 'drop_field',
          loses: { zh: `字段 ${second}`, en: `The field ${second}` },
          reversible: true,
          parameters: { field: fields[0] ?? '' },
        },
      });
    });
  },
};
