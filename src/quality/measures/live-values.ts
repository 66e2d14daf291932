import { isMeasurement } from '../facts/field-facts.ts';
import { intervalOf } from '../facts/interval-of.ts';
import { recordsWhere } from '../facts/records-where.ts';
import { union } from '../facts/rows.ts';
import { seriesRecords } from '../facts/series-records.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type StillRun, stillRuns } from '../folds/still-runs.ts';
import { stuckRuns } from '../signals/stuck-runs.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  ratio,
  tc609,
} from './measure.ts';

/** Stretches of a field that are looked up one by one. */
const named = 10;

export const liveValues: Measure = {
  id: 'live_values',
  version: 1,
  name: { zh: '非卡死值占比', en: 'Values of live sensors' },
  formula: {
    zh: '1 − 处在卡死段中的值数 / 有值的单元数；卡死段：同一序列内连续相等，且长度远超该字段自身的重复习惯，而同机其他信号仍在变化',
    en: '1 − values in stuck stretches / values; stuck: equal to its neighbours for far longer than the field ever repeats itself, while other signals of the machine move',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-3'), tc609('0208')],
  requires: ['field with role measurement'],
  folds: [stillRuns],
  async observe(table) {
    const fields = table.fields.filter(({ field, constant }) => isMeasurement(field) && !constant);
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    const found = (await table.fold(stillRuns)) ?? [];
    const stuck = stuckRuns(
      found.map(({ series, result }) => ({ firstRow: series.firstRow, fields: result })),
      table.thresholds,
    );
    const observations: Observation[] = [];
    for (const facts of fields) {
      const own = stuck.filter(({ field }) => field === facts.field.id);
      const runs = await withoutFloors(table, facts, own);
      const count = runs.reduce((sum, { run }) => sum + run.length, 0);
      observations.push({
        field: facts.field.id,
        value: ratio(facts.present - count, facts.present),
        ...(count > 0 && { evidence: await evidenceOf(table, facts.field.id, runs, count) }),
      });
    }
    return observations;
  },
  vector: {
    fields: [
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 200 }, (_, place) => [
      place >= 100 && place < 140 ? 7 : (place * 37) % 101,
      place >> 3,
    ]),
    expected: [
      { field: 'a', value: 160 / 200 },
      { field: 'b', value: 1 },
    ],
    source: 'a holds 7 for 40 of 200 records and never repeats elsewhere; b always holds eight records',
  },
};

interface Placed {
  readonly firstRow: number;
  readonly run: StillRun;
}

/** A sensor at the end of its range, where it lies elsewhere too, rests; it is not stuck. */
async function withoutFloors(
  table: TableFacts,
  { field, min, max, present }: FieldFacts,
  runs: readonly Placed[],
): Promise<readonly Placed[]> {
  const resting = new Map<number, boolean>();
  for (const { run } of runs) {
    if (resting.has(run.value)) continue;
    if (run.value !== min && run.value !== max) {
      resting.set(run.value, false);
      continue;
    }
    const { matched } = await table.ask({
      select: [{ aggregate: 'count' }],
      where: [{ field: field.id, op: '=', value: run.value }],
      limit: 1,
    });
    const inside = runs.filter((one) => one.run.value === run.value);
    const elsewhere = matched - inside.reduce((sum, one) => sum + one.run.length, 0);
    resting.set(run.value, elsewhere > present * table.thresholds.resting_share);
  }
  return runs.filter(({ run }) => resting.get(run.value) === false);
}

async function evidenceOf(
  table: TableFacts,
  field: string,
  runs: readonly Placed[],
  count: number,
): Promise<Evidence> {
  const longest = runs.toSorted((a, b) => b.run.length - a.run.length).slice(0, named);
  const intervals: NonNullable<Evidence['intervals']>[number][] = [];
  const sets: NonNullable<Evidence['affected']>[] = [];
  let query: Evidence['query'];
  for (const { firstRow, run } of longest) {
    const same = { field, op: '=', value: run.value } as const;
    const records = await recordsWhere(table, [
      same,
      ...(await seriesRecords(table, firstRow, Math.min(run.from, run.to), Math.max(run.from, run.to))),
    ]);
    query ??= records.query;
    if (records.affected) sets.push(records.affected);
    intervals.push(await intervalOf(table, firstRow, run));
  }
  const affected = union(...sets);
  return {
    count,
    rows: affected.slice(0, 10).map(([first]) => first),
    ...(runs.length <= named && { affected }),
    intervals,
    magnitude: { value: longest[0]?.run.length ?? 0, unit: 'records' },
    ...(query && { query }),
    detail: { stretches: runs.length, value: longest[0]?.run.value ?? 0 },
  };
}
