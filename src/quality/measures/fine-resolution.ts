import { breathe } from '../breathe.ts';
import { isMeasurement } from '../facts/field-facts.ts';
import type { TableFacts } from '../facts/types.ts';
import { iso5259, type Measure, notMeasured, ratio } from './measure.ts';

export const fineResolution: Measure = {
  id: 'fine_resolution',
  version: 1,
  name: { zh: '分辨率足够的字段占比', en: 'Measurements of fine resolution' },
  formula: {
    zh: '标准差不小于若干个最小步长的测量字段数 / 测量字段数',
    en: 'measurements whose standard deviation is at least so many of their smallest steps / measurements',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Pre-ML-1')],
  requires: ['field with role measurement'],
  async observe(table) {
    const fields = table.fields.filter(
      ({ field, constant, sd }) => isMeasurement(field) && !constant && sd !== null && sd > 0,
    );
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    const coarse: { field: string; step: number; steps: number; present: number }[] = [];
    for (const { field, sd, present } of fields) {
      const step = await stepOf(table, field.id);
      await breathe();
      const steps = (sd ?? 0) / step;
      if (steps < table.thresholds.coarse_steps) coarse.push({ field: field.id, step, steps, present });
    }
    return [
      { value: ratio(fields.length - coarse.length, fields.length) },
      ...coarse.map(({ field, step, steps, present }) => ({
        field,
        value: ratio(0, 1),
        evidence: { count: present, rows: [], detail: { step, steps } },
      })),
    ];
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 100 }, (_, place) => [place / 10, 20 + (place % 3)]),
    expected: [{ value: 0.5 }, { field: 'b', value: 0 }],
    source: 'b takes three values a step of 1 apart, with a deviation of 0.8',
  },
};

/** Smallest distance of different values of the sample. */
async function stepOf(table: TableFacts, field: string): Promise<number> {
  const values = (await table.sample()).sorted(field);
  let step = Number.POSITIVE_INFINITY;
  for (let place = 1; place < values.length; place += 1) {
    const distance = (values[place] ?? 0) - (values[place - 1] ?? 0);
    if (distance > 0 && distance < step) step = distance;
  }
  return step;
}
