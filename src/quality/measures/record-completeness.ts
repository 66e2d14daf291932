import { gbt36344, iso5259, type Measure, ratio, tc609 } from './measure.ts';

export const recordCompleteness: Measure = {
  id: 'record_completeness',
  version: 1,
  name: { zh: '记录完整率', en: 'Record completeness' },
  formula: {
    zh: '所有字段均有值的记录数 / 记录总数',
    en: 'records with a value in every field / all records',
  },
  direction: 'higher_is_better',
  standards: [tc609('0204', 'reported'), gbt36344('0202'), iso5259('Com-ML-4', 'reported')],
  requires: [],
  async observe(table) {
    const gaps = table.fields.filter(({ present }) => present < table.rows);
    if (gaps.length === 0) return [{ value: ratio(table.rows, table.rows) }];
    const { matched } = await table.ask({
      select: [{ aggregate: 'count' }],
      where: gaps.map(({ field }) => ({ field: field.id, op: 'is_present' })),
      limit: 1,
    });
    return [{ value: ratio(matched, table.rows) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number' },
      { id: 'b', type: 'string' },
    ],
    rows: [
      [1, 'x'],
      [null, 'y'],
      [3, null],
      [4, 'z'],
    ],
    expected: [{ value: 0.5 }],
    source: 'the first and the last of 4 records are complete',
  },
};
