import { wilson } from '../../methods/intervals/index.ts';
import { type Evidence, iso5259, type Measure, notMeasured, type Observation, ratio } from './measure.ts';

export const classBalance: Measure = {
  id: 'class_balance',
  version: 1,
  name: { zh: '类别均衡度', en: 'Class balance' },
  formula: {
    zh: '最小类别的记录数 / 最大类别的记录数',
    en: 'records of the smallest class / records of the largest class',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Bal-ML-8'), iso5259('Bal-ML-3')],
  requires: ['field with role label'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, distinct } of table.fields) {
      if (field.role !== 'label' || distinct === null) continue;
      if (field.type === 'number' || distinct > table.thresholds.most_classes) {
        observations.push({ field: field.id, value: notMeasured('label_is_not_a_class', []) });
        continue;
      }
      const question = {
        select: [{ field: field.id }, { aggregate: 'count' } as const],
        where: [{ field: field.id, op: 'is_present' } as const],
        order: [{ by: { aggregate: 'count' } as const, descending: true }],
        limit: table.thresholds.most_classes,
      };
      const { rows } = await table.ask(question);
      const [largest, smallest] = [rows[0], rows.at(-1)];
      if (!largest || !smallest || rows.length < 2) {
        observations.push({ field: field.id, value: notMeasured('one_class', []) });
        continue;
      }
      const count = Number(smallest[1]);
      const all = rows.reduce((sum, [, records]) => sum + Number(records), 0);
      const rare = rows.filter(([, records]) => Number(records) < table.thresholds.rare_class_records);
      observations.push({
        field: field.id,
        value: ratio(count, Number(largest[1])),
        evidence: {
          count,
          rows: [],
          query: table.question(question),
          detail: { smallest: String(smallest[0]), largest: String(largest[0]), most: Number(largest[1]) },
        },
        ...(all >= table.thresholds.rare_class_of && {
          cases: rare.map(([value, records]): Evidence => {
            const name = value ?? '';
            const share = wilson(Number(records), all);
            return {
              count: Number(records),
              rows: [],
              query: table.question({ where: [{ field: field.id, op: '=', value: name }] }),
              detail: { name: String(name), low: share.low, high: share.high, all },
            };
          }),
        }),
      });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_label_field', ['field with role label']) }];
  },
  vector: {
    fields: [
      { id: 'fault', type: 'string', role: 'label' },
      { id: 'hardness', type: 'number', role: 'label' },
    ],
    rows: [
      ['none', 40.5],
      ['none', 41],
      ['wear', 39],
      ['none', 38],
      ['none', 37.25],
      [null, 36],
    ],
    expected: [
      { field: 'fault', value: 0.25 },
      { field: 'hardness', value: 'label_is_not_a_class' },
    ],
    source: '1 record to 4; a number is no class',
  },
};
