import { isMeasurement } from '../facts/field-facts.ts';
import { seriesFields } from '../facts/pass.ts';
import { centreOf, ksDistance, sortedOf } from '../signals/robust.ts';
import { apartFromSiblings } from '../signals/siblings.ts';
import { type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';
import { overSeries, type SampledField } from './over-series.ts';
import { stretchEvidence } from './stretches.ts';

/** Fewest values of a series. */
const fewest = 30;

export const seriesAlike: Measure = {
  id: 'series_alike',
  version: 1,
  name: { zh: '水平与同类一致的序列占比', en: 'Series at the level of their siblings' },
  formula: {
    zh: '1 − 中位数远离其余序列的序列数 / 序列数（至少五个序列）；远离：超出其余中位数散布的 t 限，且远大于序列内波动',
    en: '1 − series whose median lies far from those of the others / series (five at least); far: beyond a limit of t of the scatter of the others, and much more than varies within a series',
  },
  direction: 'higher_is_better',
  standards: [tc609('0208')],
  requires: ['field with role group', 'field with role measurement'],
  async observe(table) {
    const { groups } = seriesFields(table.recordSet);
    if (groups.length === 0) return [{ value: notMeasured('no_group_field', ['field with role group']) }];
    return overSeries(table, ({ field }) => isMeasurement(field), observed);
  },
  vector: {
    fields: [
      { id: 'machine', type: 'string', role: 'group' },
      { id: 'a', type: 'number', role: 'measurement' },
      { id: 'b', type: 'number', role: 'measurement' },
    ],
    rows: Array.from({ length: 400 }, (_, place) => {
      const machine = place % 8;
      const noise = ((place * 7919) % 101) / 50 - 1;
      return [`M${machine}`, 10 + noise + (machine === 3 ? 12 : machine / 10), 10 + noise];
    }),
    expected: [
      { field: 'a', value: 7 / 8 },
      { field: 'b', value: 1 },
    ],
    source: 'a of one of eight machines is 12 higher, in noise of ±1',
  },
};

async function observed({ table, field: { id: field }, sample, series }: SampledField): Promise<Observation> {
  const long = series.filter(({ places }) => places.length >= fewest);
  const present = long.map(({ places }) => places);
  const values = long.map((one) => one.values);
  if (values.length < 5) return { field, value: notMeasured('too_few_series', ['five series']) };
  const centres = values.map(centreOf);
  const apart = apartFromSiblings(
    centres.map(({ median }) => median),
    centres.map(({ scale }) => scale),
    table.thresholds,
  );
  const value = ratio(values.length - apart.length, values.length);
  const scanned = sample.whole ? {} : { scanned: sample.size };
  const [furthest] = apart.toSorted((a, b) => Math.abs(b.size) - Math.abs(a.size));
  if (!furthest) return { field, value, ...scanned };
  const evidence = await stretchEvidence(
    table,
    sample,
    apart.map((one) => [...(present[one.series] ?? [])]),
  );
  const own = sortedOf(values[furthest.series] ?? []);
  const others = sortedOf(values.filter((_, place) => place !== furthest.series).flatMap((one) => [...one]));
  const name = await table.seriesName(sample.rows[present[furthest.series]?.[0] ?? 0] ?? 1);
  return {
    field,
    value,
    ...scanned,
    evidence: {
      ...evidence,
      magnitude: { value: Number(furthest.size.toFixed(2)), unit: 'sd' },
      detail: {
        distance: furthest.distance,
        ks: Number(ksDistance(own, others).toFixed(3)),
        series: apart.length,
        of: values.length,
        name,
      },
    },
  };
}
