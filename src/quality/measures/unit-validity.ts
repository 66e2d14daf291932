import { ucumCode } from '../../tables/units.ts';
import type { Unit } from '../../workspace/index.ts';
import { gbt36344, iso5259, type Measure, notMeasured, ratio } from './measure.ts';

/** A pure number has the unit 1. */
const isKnown = ({ symbol, ucum }: Unit): boolean =>
  ucum !== null || symbol.trim() === '1' || ucumCode(symbol) !== undefined;

export const unitValidity: Measure = {
  id: 'unit_validity',
  version: 1,
  name: { zh: '单位可识别率', en: 'Units that are understood' },
  formula: {
    zh: '单位可识别的字段数 / 有单位的字段数',
    en: 'fields whose unit is a known one / fields with a unit',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0101', 'unverified'), iso5259('Und-ML-1')],
  requires: ['unit of a field'],
  async observe({ fields, rows }) {
    const withUnit = fields.flatMap(({ field, present }) =>
      field.unit ? [{ id: field.id, unit: field.unit, present }] : [],
    );
    if (withUnit.length === 0 || rows === 0) {
      return [{ value: notMeasured('no_declared_unit', ['unit of a field']) }];
    }
    const strange = withUnit.filter(({ unit }) => !isKnown(unit));
    return [
      { value: ratio(withUnit.length - strange.length, withUnit.length) },
      ...strange.map(({ id, unit, present }) => ({
        field: id,
        value: ratio(0, 1),
        evidence: { count: present, rows: [], detail: { symbol: unit.symbol } },
      })),
    ];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', unit: 'Nm' },
      { id: 'b', type: 'number', unit: 'HRC' },
      { id: 'c', type: 'number', unit: 'furlong' },
      { id: 'd', type: 'number', unit: '1' },
      { id: 'e', type: 'number' },
    ],
    rows: [[1, 2, 3, 4, 5]],
    expected: [{ value: 0.75 }, { field: 'c', value: 0 }],
    source: 'hardness numbers have no UCUM code and are known; 3 of 4 units are',
  },
};
