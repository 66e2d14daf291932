import type { ReadingNotice } from '../../workspace/index.ts';
import { gbt36344, iso5259, type Measure, notMeasured, ratio, tc609 } from './measure.ts';

/** What leaves open how the values of a column are meant. */
const ambiguous: ReadonlySet<string> = new Set(['date_order_ambiguous', 'mixed_types']);

/** Notices of single columns that an answer about these may rest on. */
const assumed: ReadonlySet<string> = new Set([
  ...ambiguous,
  'date_order_recognised',
  'missing_marks',
  'leading_zeros',
  'decimal_comma',
  'type_changed',
]);

/** Notices about how single columns were read, and whether they leave it open. */
export function columnNotices(notices: readonly ReadingNotice[]) {
  return notices
    .filter(({ code }) => assumed.has(code))
    .map((notice) => ({ ...notice, open: ambiguous.has(notice.code) }));
}

export const unambiguousReading: Measure = {
  id: 'unambiguous_reading',
  version: 1,
  name: { zh: '读法明确的字段占比', en: 'Fields that can be read in one way' },
  formula: {
    zh: '1 − 读法不明确的字段数 / 字段数；不明确：日与月的先后无法判定，或混有不同类型的值',
    en: '1 − fields whose reading is open / fields; open: nothing tells day from month, or values of different types are mixed',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0302'), iso5259('Con-ML-3'), tc609('0201')],
  requires: [],
  async observe({ recordSet: { fields, notices = [] }, rows }) {
    if (fields.length === 0 || rows === 0) return [{ value: notMeasured('no_values', ['values']) }];
    const open = new Set(columnNotices(notices).flatMap(({ open, where }) => (open ? [where.column] : [])));
    return [{ value: ratio(fields.length - open.size, fields.length) }];
  },
  vector: {
    fields: [
      { id: 'on', type: 'string' },
      { id: 'a', type: 'number' },
    ],
    recordSet: {
      notices: [
        {
          code: 'date_order_ambiguous',
          message: { zh: '“on”的日与月分不清。', en: 'Nothing tells day from month in "on".' },
          where: { column: 'on' },
        },
      ],
    },
    rows: [
      ['01/02/2024', 1],
      ['03/04/2024', 2],
    ],
    expected: [{ value: 0.5 }],
    source: 'one of two fields is open',
  },
};
