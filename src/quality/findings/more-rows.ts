import { type FindingRule, found } from './rule.ts';

export const moreRows: FindingRule = {
  kind: 'more_rows',
  measure: 'record_count',
  find(observations, table) {
    const declared = table.recordSet.declaredRows;
    return observations.flatMap(({ evidence }) => {
      if (!evidence || declared === undefined || table.rows <= declared) return [];
      return found(this.kind, table, evidence, {
        severity: 'minor',
        fields: [],
        message: {
          zh: `\`${table.recordSet.id}\` 有 ${table.rows} 条记录，比声明的 ${declared} 条多 ${evidence.count} 条。`,
          en: `\`${table.recordSet.id}\` has ${table.rows} records, ${evidence.count} more than the ${declared} declared.`,
        },
        remedy: {
          zh: '核对是否混入了重复或其他批次的记录，或更正声明。',
          en: 'Check whether records were sent twice or come from elsewhere, or correct the declaration.',
        },
      });
    });
  },
};
