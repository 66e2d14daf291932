import { iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const valueOccurrence: Measure = {
  id: 'value_occurrence',
  version: 1,
  name: { zh: '声明取值出现率', en: 'Declared values that occur' },
  formula: { zh: '出现的声明取值数 / 声明的取值数', en: 'declared values that occur / declared values' },
  direction: 'higher_is_better',
  standards: [iso5259('Com-ML-2')],
  requires: ['values of a field'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, present } of table.fields) {
      const { values = [] } = field;
      if (values.length === 0 || present === 0) continue;
      const { rows } = await table.ask({
        select: [{ field: field.id }, { aggregate: 'count' }],
        where: [{ field: field.id, op: 'in', value: values }],
        limit: 100_000,
      });
      const seen = new Set(rows.map(([value]) => String(value)));
      const absent = values.filter((value) => !seen.has(String(value)));
      const value = ratio(values.length - absent.length, values.length);
      if (absent.length === 0) observations.push({ field: field.id, value });
      else {
        const detail = { absent: absent.slice(0, 10).map(String).join(', '), of: absent.length };
        observations.push({ field: field.id, value, evidence: { count: 0, rows: [], detail } });
      }
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_declared_values', ['values of a field']) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'string', declared: { values: ['x', 'y', 'z', 'q'] } },
      { id: 'b', type: 'integer', declared: { values: [1, 2] } },
    ],
    rows: [
      ['x', 1],
      ['y', 2],
      ['x', 3],
    ],
    expected: [
      { field: 'a', value: 0.5 },
      { field: 'b', value: 1 },
    ],
    source: 'z and q occur in no record; 3 is no declared value',
  },
};
