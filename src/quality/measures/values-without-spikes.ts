import type { Field } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';
import { isMeasurement } from '../facts/field-facts.ts';
import { momentOf } from '../facts/moment.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type Excursions, excursions } from '../folds/excursions.ts';
import type { Excursion } from '../signals/largest-excursions.ts';
import { binOf } from '../signals/size-bins.ts';
import { beyondSteps, isSpike, spikeLimits } from '../signals/spike-limits.ts';
import {
  type Evidence,
  iso5259,
  type Measure,
  notMeasured,
  type Observation,
  placed,
  ratio,
  tc609,
} from './measure.ts';

export const valuesWithoutSpikes: Measure = {
  id: 'values_without_spikes',
  version: 2,
  name: { zh: '无尖峰值占比', en: 'Values that are no spikes' },
  formula: {
    zh: '1 − 尖峰数 / 有值的单元数；尖峰：同时远离前后各五个值的中位数，超出该字段自身残差分布的尾部',
    en: "1 − spikes / values; a spike lies off from the medians of the five values before and after it, beyond the tail of the field's own residuals",
  },
  direction: 'higher_is_better',
  standards: [iso5259('Acc-ML-4', 'reported'), tc609('0208')],
  requires: ['field with role measurement'],
  folds: [excursions],
  async observe(table) {
    const fields = table.fields.filter(({ field, constant }) => isMeasurement(field) && !constant);
    if (fields.length === 0) {
      return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
    }
    const found = (await table.fold(excursions)) ?? [];
    const sample = await table.sample();
    const expected = table.thresholds.spikes_expected / fields.length;
    const observed = ({ field, present }: FieldFacts): Observation => {
      const parts = found.flatMap(({ result }) => result.get(field.id) ?? []);
      const limits = spikeLimits(parts, sample, field.id, expected, table.thresholds);
      if (!limits) return { field: field.id, value: notMeasured('too_few_records', ['moving values']) };
      const beyond = parts.map(({ largest }, place) =>
        largest.where((value, residual) => isSpike(value, residual, limits, place)),
      );
      const kept = new Set(beyondSteps(parts, beyond.flat(), table.thresholds.spike_steps));
      const all = beyond.map((spikes) => spikes.filter((one) => kept.has(one)));
      const count = all.reduce((sum, spikes, place) => {
        const part = parts[place];
        return part ? sum + countOf(part, spikes, limits.residuals[place] ?? Infinity) : sum;
      }, 0);
      const evidence = count > 0 && evidenceOf(table, field, all.flat(), count);
      return { field: field.id, value: ratio(present - count, present), ...(evidence && { evidence }) };
    };
    const observations: Observation[] = [];
    for (const facts of fields) {
      observations.push(observed(facts));
      await breathe();
    }
    return observations;
  },
  vector: {
    fields: [{ id: 'a', type: 'number', role: 'measurement' }],
    rows: Array.from({ length: 300 }, (_, place) => [
      place === 100 ? 400 : place < 150 ? (place * 37) % 11 : 1000 + ((place * 37) % 11),
    ]),
    expected: [{ field: 'a', value: 299 / 300 }],
    source: 'one value of 400 among values from 0 to 10; the step by 1000 is none',
  },
};

/** Exact where not every excursion that was kept is a spike; else by whole bins. */
function countOf(part: Excursions, spikes: readonly Excursion[], limit: number): number {
  if (spikes.length < part.largest.size || !Number.isFinite(limit)) return spikes.length;
  const beyond = part.sizes.atLeast(binOf(limit) + 1);
  return Math.max(spikes.length, beyond);
}

function evidenceOf(table: TableFacts, field: Field, spikes: readonly Excursion[], count: number): Evidence {
  const largest = spikes.toSorted((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
  const { affected, query } = placed(
    table,
    largest.map(({ row }) => row),
  );
  const [first] = largest;
  const at = first && momentOf(table, first.time);
  return {
    count,
    rows: largest
      .slice(0, 10)
      .map(({ row }) => row)
      .toSorted((a, b) => a - b),
    ...(count === spikes.length && { affected }),
    magnitude: { value: Math.abs(first?.residual ?? 0), unit: field.unit?.symbol ?? '' },
    query,
    detail: {
      value: first?.value ?? 0,
      row: first?.row ?? 0,
      ...(at !== undefined && { at }),
    },
  };
}
