import { isNumeric } from '../facts/field-facts.ts';
import type { FieldFacts } from '../facts/types.ts';
import { gbt36344, iso5259, type Measure, notMeasured, ratio } from './measure.ts';

/** Quantities: fields with fractions that are no identifier, time or group, and integers that are said to be measured or set. */
function isQuantity({ field }: FieldFacts): boolean {
  if (!isNumeric(field)) return false;
  if (field.role === 'measurement' || field.role === 'setpoint') return true;
  return field.type === 'number' && (field.role === null || field.role === 'label');
}

export const unitCoverage: Measure = {
  id: 'unit_coverage',
  version: 1,
  name: { zh: '单位标注率', en: 'Quantities with a unit' },
  formula: { zh: '已知单位的数量字段数 / 数量字段数', en: 'quantities whose unit is known / quantities' },
  direction: 'higher_is_better',
  standards: [gbt36344('0103'), iso5259('Und-ML-1')],
  requires: [],
  async observe(table) {
    const quantities = table.fields.filter(isQuantity);
    if (quantities.length === 0) return [{ value: notMeasured('no_quantity_field', []) }];
    const bare = quantities.filter(({ field }) => field.unit === null);
    return [
      { value: ratio(quantities.length - bare.length, quantities.length) },
      ...bare.map(({ field, present }) => ({
        field: field.id,
        value: ratio(0, 1),
        evidence: { count: present, rows: [] },
      })),
    ];
  },
  vector: {
    fields: [
      { id: 'torque', type: 'number', role: 'measurement', unit: 'Nm' },
      { id: 'speed', type: 'integer', role: 'setpoint' },
      { id: 'wear', type: 'number', unit: 'min' },
      { id: 'part', type: 'integer' },
    ],
    rows: [
      [1.5, 2, 3.5, 4],
      [1.5, 2, 3.5, 5],
    ],
    expected: [{ value: 2 / 3 }, { field: 'speed', value: 0 }],
    source: 'an integer of unknown role may be a number of a part',
  },
};
