import { gbt36344, type Measure, notMeasured, type Observation, placed, ratio } from './measure.ts';

export const identifierUniqueness: Measure = {
  id: 'identifier_uniqueness',
  version: 1,
  name: { zh: '标识唯一率', en: 'Uniqueness of identifiers' },
  formula: { zh: '不同的标识数 / 有标识的记录数', en: 'different identifiers / records with an identifier' },
  direction: 'higher_is_better',
  standards: [gbt36344('0304')],
  requires: ['field with role identifier'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, present, distinct } of table.fields) {
      if (field.role !== 'identifier' || distinct === null) continue;
      const value = ratio(distinct, present);
      if (distinct === present) {
        observations.push({ field: field.id, value });
        continue;
      }
      const { rows } = await table.repeats([field.id]);
      observations.push({
        field: field.id,
        value,
        evidence: { count: present - distinct, ...placed(table, rows) },
      });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_identifier_field', ['field with role identifier']) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'string', role: 'identifier' },
      { id: 'b', type: 'number' },
    ],
    rows: [
      ['p1', 1],
      ['p2', 1],
      ['p2', 2],
      [null, 3],
      ['p3', 3],
    ],
    expected: [{ field: 'a', value: 0.75 }],
    source: '3 different identifiers in 4 records that have one',
  },
};
