import { isMeasurement } from '../facts/field-facts.ts';
import { seriesFields } from '../facts/pass.ts';
import type { Sample } from '../facts/sample.ts';
import type { Thresholds } from '../profile.ts';
import { type Drift, driftOf } from '../signals/drift.ts';
import { isMonotone, sortedByValue } from '../signals/monotone.ts';
import { type Partner, partnersOf } from '../signals/partners.ts';
import { type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';
import { overSeries, type SampledField } from './over-series.ts';
import { stretchEvidence } from './stretches.ts';

export const steadyLevel: Measure = {
  id: 'steady_level',
  version: 1,
  name: { zh: '水平稳定的序列占比', en: 'Series that keep their level' },
  formula: {
    zh: '1 − 水平持续漂移的序列数 / 序列数；漂移：从某一刻起单调移动，幅度超过自身慢变化（周期、随机游走、记忆噪声）所能解释',
    en: '1 − series whose level drifts / series; drift: it moves evenly from some moment on, further than its own slow variation (cycle, random walk, noise with a memory) explains',
  },
  direction: 'higher_is_better',
  standards: [tc609('0208')],
  requires: ['field with role measurement'],
  async observe(table) {
    const { time } = seriesFields(table.recordSet);
    if (time === undefined && sortedByValue(await table.sample(), table)) {
      return [{ value: notMeasured('records_without_order', ['field with role time']) }];
    }
    return overSeries(table, ({ field }) => isMeasurement(field), observed);
  },
  vector: {
    fields: [
      { id: 't', type: 'integer', role: 'time' },
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 400 }, (_, place) => {
      const noise = ((place * 7919) % 101) / 50 - 1;
      return [place, 10 + noise + Math.max(0, place - 150) / 50, 10 + noise];
    }),
    expected: [
      { field: 'a', value: 0 },
      { field: 'b', value: 1 },
    ],
    source: 'a rises by 5 from the 151st record on, in noise of ±1; b stays',
  },
};

interface Drifting {
  readonly places: readonly number[];
  readonly drift: Drift;
}

export function isDrift(drift: Drift, limits: Thresholds): boolean {
  return (
    drift.effective >= limits.drift_effective &&
    Math.abs(drift.t) >= limits.drift_errors &&
    Math.abs(drift.change) >= limits.drift_size * drift.scale &&
    drift.rampOverStep <= limits.drift_over_step &&
    drift.rampOverSteps <= limits.drift_over_steps
  );
}

async function observed({ table, field: { id: field }, sample, series }: SampledField): Promise<Observation> {
  const column = sample.column(field);
  const partners = (await partnersOf(table)).get(field) ?? [];
  const partner = partners.find(({ setpoint }) => setpoint) ?? partners[0];
  let looked = 0;
  const drifting: Drifting[] = [];
  for (const { places, values, asLogged } of series) {
    // A counter, or the wear of a tool, goes one way by its nature; where the clock is off, in the order of the source only.
    if (isMonotone(values)) continue;
    if (!asLogged && isMonotone(places.toSorted().map((place) => column[place] ?? 0))) continue;
    const own = driftOf(values);
    if (!own) continue;
    looked += 1;
    if (isDrift(own, table.thresholds)) {
      drifting.push({ places: [...places.subarray(own.visible)], drift: own });
      continue;
    }
    const apart = partner && apartFrom(partner, places, values, own, sample, table.thresholds);
    if (apart) drifting.push(apart);
  }
  if (looked === 0) return { field, value: notMeasured('too_few_records', ['60 values of one series']) };
  const value = ratio(looked - drifting.length, looked);
  const scanned = sample.whole ? {} : { scanned: sample.size };
  const [largest] = drifting.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!largest) return { field, value, ...scanned };
  const { change, scale, t } = largest.drift;
  const evidence = await stretchEvidence(
    table,
    sample,
    drifting.map(({ places }) => places),
  );
  return {
    field,
    value,
    ...scanned,
    evidence: {
      ...evidence,
      magnitude: { value: Number((change / scale).toFixed(2)), unit: 'sd' },
      confidence: Number(Math.min(0.99, 0.5 + Math.abs(t) / 30).toFixed(2)),
      detail: { change, scale, series: drifting.length, of: looked },
    },
  };
}

/** A drift of what the partner does not tell, such as the steps of a setpoint. */
function apartFrom(
  partner: Partner,
  all: Int32Array,
  values: Float64Array,
  own: Drift,
  sample: Sample,
  limits: Thresholds,
): Drifting | null {
  const other = sample.column(partner.field);
  const there = (place: number): boolean => !Number.isNaN(other[place]);
  const places = all.filter(there);
  const partners = new Float64Array(places.length).map((_, at) => other[places[at] ?? 0] ?? 0);
  const rest = values
    .filter((_, at) => there(all[at] ?? 0))
    .map((value, at) => value - partner.slope * (partners[at] ?? 0));
  const drift = driftOf(rest);
  if (!drift || !isDrift(drift, limits) || Math.abs(drift.change) < own.scale) return null;
  // Of two measurements that part, the one that moves by itself drifts.
  const theirs = partner.setpoint ? null : driftOf(partners);
  const mine = Math.sign(own.change) === Math.sign(drift.change);
  if (theirs && !(mine && Math.abs(own.t) > Math.abs(theirs.t))) return null;
  return {
    places: [...places.subarray(drift.visible)],
    drift: { ...drift, scale: own.scale },
  };
}

const sizeOf = ({ drift }: Drifting): number => Math.abs(drift.change / drift.scale);
