import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, listed, listedBefore } from './words.ts';

export const similarEntities: FindingRule = {
  kind: 'similar_entities',
  measure: 'duplicate_entities',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const { groups = 0, examples = '' } = evidence.detail ?? {};
      const { role } = table.recordSet.fields.find(({ id }) => id === field) ?? {};
      return found(this.kind, table, evidence, {
        severity: role === 'label' ? 'major' : 'minor',
        fields: [field],
        message: {
          zh: `${name} 中有 ${groups} 个名称疑似同一实体的不同写法，涉及 ${evidence.count} 条记录：${examples}。`,
          en: `${name} probably writes ${groups} ${groups === 1 ? 'thing' : 'things'} in several ways, in ${evidence.count} ${evidence.count === 1 ? 'record' : 'records'}: ${examples}.`,
        },
        remedy: {
          zh: '核对后统一为一种写法；在此之前，分组与计数要把这些写法合在一起。',
          en: 'Agree on one spelling after checking; until then take the spellings together when grouping and counting.',
        },
      });
    });
  },
  avoid: (findings) => ({
    zh: `不统一写法就按 ${listedBefore(fieldsOf(findings))}分组、计数或关联`,
    en: `Grouping, counting or joining by ${listed(fieldsOf(findings), 'en')} before the spellings are one`,
  }),
};
