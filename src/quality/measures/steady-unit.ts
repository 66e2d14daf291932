import { isMeasurement, isNumeric } from '../facts/field-facts.ts';
import { seriesFields } from '../facts/pass.ts';
import type { Sample } from '../facts/sample.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { conversionsOf } from '../signals/conversions.ts';
import type { UnitJump } from '../signals/unit-jump.ts';
import { type UnitJumps, unitJumps } from '../signals/unit-jumps.ts';
import { type Evidence, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';
import { overSeries, type SampledField } from './over-series.ts';
import { stretchEvidence } from './stretches.ts';

const looked = ({ field }: FieldFacts): boolean =>
  isMeasurement(field) || (field.role === 'setpoint' && isNumeric(field));

export const steadyUnit: Measure = {
  id: 'steady_unit',
  version: 1,
  name: { zh: '单位一致率', en: 'Values in the unit of the others' },
  formula: {
    zh: '1 − 经某一已知换算后才落入其余值分布的值数 / 样本中的值数；换算：同一量的其他单位，或 10 的整数次幂',
    en: '1 − values that have the distribution of the others only under a known conversion / values in the sample; conversions: other units of the quantity, or powers of ten',
  },
  direction: 'higher_is_better',
  standards: [tc609('0205')],
  requires: ['field with role measurement or setpoint'],
  observe: (table) => overSeries(table, looked, observed),
  vector: {
    fields: [
      { id: 'a', type: 'number', role: 'measurement', unit: 'Cel' },
      { id: 'b', type: 'number', role: 'measurement', unit: 'Cel' },
    ],
    rows: Array.from({ length: 200 }, (_, place) => {
      const value = 20 + ((place * 7) % 11) / 10;
      return [place >= 100 && place < 140 ? Number((value * 1.8 + 32).toFixed(1)) : value, value];
    }),
    expected: [
      { field: 'a', value: 0.8 },
      { field: 'b', value: 1 },
    ],
    source: '40 of 200 temperatures are written in °F',
  },
};

async function observed({ table, field, sample, series }: SampledField): Promise<Observation> {
  const pooled = sample.sorted(field.id);
  if (pooled.length < 50) return { field: field.id, value: notMeasured('too_few_records', ['50 values']) };
  const present = series.map(({ places }) => places);
  const values = series.map((one) => one.values);
  const ordered = seriesFields(table.recordSet).time !== undefined;
  const found = unitJumps(values, pooled, conversionsOf(field.unit), table.thresholds, ordered);
  const count = found?.jumps.reduce((sum, one) => sum + membersOf(one).length, 0) ?? 0;
  return {
    field: field.id,
    value: ratio(pooled.length - count, pooled.length),
    ...(!sample.whole && { scanned: sample.size }),
    ...(found && { evidence: await evidenceOf(table, field.id, sample, present, found) }),
  };
}

function membersOf({ members, from, to }: UnitJump): readonly number[] {
  return members ?? Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

async function evidenceOf(
  table: TableFacts,
  field: string,
  sample: Sample,
  present: readonly Int32Array[],
  { conversion, jumps }: UnitJumps,
): Promise<Evidence> {
  const column = sample.column(field);
  const stretches = jumps.map((one) => membersOf(one).map((member) => present[one.series]?.[member] ?? 0));
  const found = await stretchEvidence(table, sample, stretches, (places) => {
    const values = Float64Array.from(places, (place) => column[place] ?? 0).sort();
    return [{ field, op: 'between', value: [values[0] ?? 0, values.at(-1) ?? 0] }];
  });
  const values = stretches.reduce((sum, places) => sum + places.length, 0);
  const strength = jumps.reduce((sum, one) => sum + one.evidence, 0) / Math.max(1, values);
  return {
    ...found,
    magnitude: { value: conversion.factor, unit: 'factor' },
    confidence: Number(Math.min(0.99, 0.6 + strength / 15).toFixed(2)),
    detail: { ...conversion, stretches: jumps.length },
  };
}
