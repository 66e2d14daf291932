import { isMeasurement } from '../facts/field-facts.ts';
import type { TableFacts } from '../facts/types.ts';
import { type Falls, falls } from '../folds/falls.ts';
import { iso5259, type Measure, notMeasured, type Observation, placed, ratio, tc609 } from './measure.ts';

export const unbrokenCounters: Measure = {
  id: 'unbroken_counters',
  version: 1,
  name: { zh: '计数器连续率', en: 'Counters without a reset' },
  formula: {
    zh: '1 − 复位数 / 相邻变化数；计数器：几乎只增不减，减少时回到起点附近的字段',
    en: '1 − resets / changes from one record to the next; a counter grows, and where it falls it falls to near its start',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Con-ML-4'), tc609('0206')],
  requires: ['field with role measurement'],
  folds: [falls],
  async observe(table) {
    const found = (await table.fold(falls)) ?? [];
    const observations: Observation[] = [];
    for (const { field } of table.fields.filter(({ field }) => isMeasurement(field))) {
      const parts = found.flatMap(({ result }) => result.get(field.id) ?? []);
      if (parts.length === 0 || !isCounter(parts, table)) continue;
      const resets = parts.flatMap((part) => part.first());
      const changes = parts.reduce((sum, part) => sum + part.rises + part.falls, 0);
      const value = ratio(changes - resets.length, changes);
      const rows = resets.map(({ row }) => row).toSorted((a, b) => a - b);
      const largest = Math.max(...resets.map(({ before, after }) => before - after));
      const unit = field.unit?.symbol ?? '';
      observations.push({
        field: field.id,
        value,
        ...(resets.length > 0 && {
          evidence: {
            count: resets.length,
            ...placed(table, rows),
            magnitude: { value: largest, unit },
            detail: { row: rows[0] ?? 0 },
          },
        }),
      });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_counter', ['field that only grows']) }];
  },
  vector: {
    fields: [
      { id: 'energy', type: 'number', role: 'measurement' },
      { id: 'level', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 400 }, (_, place) => [
      place < 250 ? 3 * place + (place % 2) : 3 * (place - 250),
      (place * 37) % 101,
    ]),
    expected: [{ field: 'energy', value: 398 / 399 }],
    source: 'energy falls to 0 once in 399 changes; level goes up and down',
  },
};

/** Grows, but for rare falls that each end near the smallest value of their series. */
function isCounter(parts: readonly Falls[], { thresholds }: TableFacts): boolean {
  const rises = parts.reduce((sum, part) => sum + part.rises, 0);
  const fallen = parts.reduce((sum, part) => sum + part.falls, 0);
  if (parts.some(({ restless }) => restless)) return false;
  if (rises < thresholds.counter_records || fallen > rises * thresholds.counter_falls_share) return false;
  return parts.every((part) =>
    part
      .first()
      .every(
        ({ before, after }) => after - part.least <= thresholds.counter_start_share * (before - part.least),
      ),
  );
}
