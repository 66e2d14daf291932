import { comparedFields } from '../repair/source-row.ts';
import { gbt36344, iso5259, type Measure, placed, ratio, tc609 } from './measure.ts';

export const duplicateRecords: Measure = {
  id: 'duplicate_records',
  version: 1,
  name: { zh: '重复记录率', en: 'Duplicate records' },
  formula: {
    zh: '与前面某条记录所有字段都相同的记录数 / 记录总数',
    en: 'records equal to an earlier one in every field / all records',
  },
  direction: 'lower_is_better',
  standards: [gbt36344('0303'), iso5259('Con-ML-1', 'reported'), tc609('0208')],
  requires: [],
  async observe(table) {
    if (table.rows === 0) return [{ value: ratio(0, 0) }];
    const { count, rows } = await table.repeats(comparedFields(table.entry, table.recordSet));
    const value = ratio(count, table.rows);
    return [count === 0 ? { value } : { value, evidence: { count, ...placed(table, rows) } }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number' },
      { id: 'b', type: 'string' },
    ],
    rows: [
      [1, 'x'],
      [2, null],
      [1, 'x'],
      [1, 'x'],
      [2, null],
    ],
    expected: [{ value: 0.6 }],
    source: 'two records, one there three times and one twice: 3 of 5 repeat another',
  },
};
