import { gbt36344, iso5259, type Measure, notMeasured, ratio, tc609 } from './measure.ts';

export const recordCount: Measure = {
  id: 'record_count',
  version: 1,
  name: { zh: '记录数相符率', en: 'Records against the number declared' },
  formula: {
    zh: '实际与声明的记录数，较小者 / 较大者',
    en: 'the smaller of the number of records and the number declared / the larger',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0202', 'unverified'), iso5259('Com-ML-4'), tc609('0302')],
  requires: ['number of records that the publisher states'],
  async observe({ recordSet: { declaredRows: declared }, rows }) {
    if (declared === undefined) {
      return [{ value: notMeasured('no_declared_rows', ['number of records that the publisher states']) }];
    }
    if (rows === 0) return [{ value: notMeasured('no_values', ['values']) }];
    const value = ratio(Math.min(rows, declared), Math.max(rows, declared));
    if (rows === declared) return [{ value }];
    return [{ value, evidence: { count: Math.abs(declared - rows), rows: [], detail: { declared } } }];
  },
  vector: {
    fields: [{ id: 'a', type: 'number' }],
    recordSet: { declaredRows: 4 },
    rows: [[1], [2], [3]],
    expected: [{ value: 0.75 }],
    source: '3 records of 4',
  },
};
