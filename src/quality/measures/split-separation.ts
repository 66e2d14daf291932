import { misplaced } from '../facts/misplaced.ts';
import { repeatedGroups } from '../facts/repeated-groups.ts';
import type { TableFacts } from '../facts/types.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  placed,
  ratio,
} from './measure.ts';

export const splitSeparation: Measure = {
  id: 'split_separation',
  version: 1,
  name: { zh: '训练与测试相互独立率', en: 'Separation of training and test records' },
  formula: {
    zh: '除最大一份外的各份中，没有与最大一份相同的记录的记录数 / 记录数（相同：划分以外的字段都相同，或标识以外也都相同）',
    en: 'records of all parts but the largest that do not stand in the largest too / records of these parts (the same: equal in all fields but the split, or but that and the identifiers)',
  },
  direction: 'higher_is_better',
  standards: [iso5259('Sim-ML-3')],
  requires: ['field with role split'],
  async observe(table) {
    const observations: Observation[] = [];
    for (const { field, distinct } of table.fields) {
      if (field.role !== 'split' || (distinct ?? 0) < 2 || (distinct ?? 0) > 20) continue;
      observations.push(await separation(table, field.id));
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_split_field', ['field with role split']) }];
  },
  vector: {
    fields: [
      { id: 'part', type: 'string', role: 'identifier' },
      { id: 'x', type: 'number', role: 'measurement' },
      { id: 'split', type: 'string', role: 'split' },
    ],
    rows: [
      ['p1', 1.25, 'train'],
      ['p2', 2.5, 'train'],
      ['p3', 3.75, 'train'],
      ['p1', 1.25, 'test'],
      ['p5', 5.5, 'test'],
    ],
    expected: [{ field: 'split', value: 0.5 }],
    source: 'one of two test records is there for training too',
  },
};

async function separation(table: TableFacts, split: string): Promise<Observation> {
  const counts = await table.ask({
    select: [{ field: split }, { aggregate: 'count' }],
    where: [{ field: split, op: 'is_present' }],
    order: [{ by: { aggregate: 'count' }, descending: true }],
    limit: 20,
  });
  const all = counts.rows.reduce((sum, [, count]) => sum + Number(count), 0);
  const others = all - Number(counts.rows[0]?.[1] ?? 0);
  const sample = await table.sample();
  const column = sample.column(split);
  const largest = mostFrequent(column);
  const twins = await twinsOf(table, split, largest);
  const cases = [
    twins.evidence,
    await straddling(table, split, largest),
    await overlap(table, split, largest),
  ];
  return {
    field: split,
    value: ratio(others - twins.count, others),
    cases: cases.flatMap((one) => one ?? []),
  };
}

function mostFrequent(codes: Float64Array): number {
  const counts = new Map<number, number>();
  for (const code of codes) if (!Number.isNaN(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? Number.NaN;
}

/** Records of the largest part that stand in another one too. A table so coarse that records repeat anyway tells nothing. */
async function twinsOf(table: TableFacts, split: string, largest: number) {
  const fields = table.recordSet.fields.filter(({ id, type }) => id !== split && type !== 'structure');
  const keys = [
    fields.map(({ id }) => id),
    fields.filter(({ role }) => role !== 'identifier').map(({ id }) => id),
  ];
  for (const key of keys) {
    if (key.length === 0) continue;
    const { count: repeats } = await table.repeats(key);
    if (repeats === 0 || repeats > table.thresholds.repeats_natural * table.rows) continue;
    const rows: number[] = [];
    let count = 0;
    for (const group of await repeatedGroups(table, key, [split])) {
      const inside = group.rows.filter((_, at) => group.values[at]?.[0] === largest);
      const outside = group.values.filter(([code]) => code !== largest && !Number.isNaN(code));
      if (inside.length === 0 || outside.length === 0) continue;
      rows.push(...inside);
      count += outside.length;
    }
    if (count === 0) continue;
    rows.sort((a, b) => a - b);
    const evidence: Evidence = { count, ...placed(table, rows), fields: [split], detail: { why: 'records' } };
    return { count, evidence };
  }
  return { count: 0, evidence: null };
}

/** Groups that lie in several parts, where nearly all lie in one: whoever split the data meant to keep them together. */
async function straddling(table: TableFacts, split: string, largest: number): Promise<Evidence | null> {
  const sample = await table.sample();
  const parts = sample.column(split);
  for (const { field, distinct } of table.fields) {
    if (field.role !== 'group' || (distinct ?? 0) < 5) continue;
    const groups = new Map<number, Set<number>>();
    const column = sample.column(field.id);
    column.forEach((group, place) => {
      const part = parts[place] ?? Number.NaN;
      if (Number.isNaN(group) || Number.isNaN(part)) return;
      const known = groups.get(group) ?? new Set<number>();
      groups.set(group, known.add(part));
    });
    const mixed = new Set([...groups].flatMap(([group, set]) => (set.size > 1 ? [group] : [])));
    if (mixed.size === 0 || mixed.size > table.thresholds.split_stray_share * groups.size) continue;
    const rows = [...sample.rows].filter(
      (_, place) => mixed.has(column[place] ?? Number.NaN) && parts[place] === largest,
    );
    return {
      count: rows.length,
      ...placed(table, rows),
      fields: [split, field.id],
      detail: { why: 'groups', groups: mixed.size, of: groups.size },
    };
  }
  return null;
}

/** Records on the wrong side in time, where nearly all of one part come before the others. */
async function overlap(table: TableFacts, split: string, largest: number): Promise<Evidence | null> {
  const time = table.fields.find(({ field }) => field.role === 'time' && field.type !== 'structure')?.field
    .id;
  if (time === undefined) return null;
  const sample = await table.sample();
  const parts = sample.column(split);
  const times = sample.column(time).map((one, place) => (Number.isNaN(parts[place]) ? Number.NaN : one));
  const isTest = [...parts].map((part) => part !== largest);
  const known = isTest.filter((_, place) => !Number.isNaN(times[place]));
  const smaller = Math.min(known.filter(Boolean).length, known.filter((one) => !one).length);
  const wrong = misplaced(times, isTest);
  if (wrong.length === 0 || wrong.length > table.thresholds.split_stray_share * smaller) return null;
  const rows = wrong.map((place) => sample.rows[place] ?? Number.NaN).toSorted((a, b) => a - b);
  return { count: rows.length, ...placed(table, rows), fields: [split, time], detail: { why: 'time' } };
}
