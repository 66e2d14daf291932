import { gbt36344, iso5259, type Measure, type Observation, ratio } from './measure.ts';

export const valueCompleteness: Measure = {
  id: 'value_completeness',
  version: 1,
  name: { zh: '取值完整率', en: 'Value completeness' },
  formula: { zh: '有值的单元数 / 单元总数', en: 'cells with a value / all cells' },
  direction: 'higher_is_better',
  standards: [gbt36344('0201'), iso5259('Com-ML-1', 'reported')],
  requires: [],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, present } of table.fields) {
      const value = ratio(present, table.rows);
      const count = table.rows - present;
      if (count === 0) {
        observations.push({ field: field.id, value });
        continue;
      }
      const where = [{ field: field.id, op: 'is_missing' } as const];
      const { rowNumbers } = await table.ask({ select: [{ field: field.id }], where });
      const evidence = { count, rows: rowNumbers ?? [], query: table.question({ where }) };
      observations.push({ field: field.id, value, evidence });
    }
    const all = table.fields.reduce((cells, { present }) => cells + present, 0);
    return [{ value: ratio(all, table.rows * table.fields.length) }, ...observations];
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
      [4, null],
    ],
    expected: [{ value: 0.625 }, { field: 'a', value: 0.75 }, { field: 'b', value: 0.5 }],
    source: '5 of 8 cells, 3 of 4 and 2 of 4',
  },
};
