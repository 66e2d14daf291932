import type { Field } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';
import type { Sample } from '../facts/sample.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { type SeriesValues, seriesValues } from '../signals/sampled-series.ts';
import { notMeasured, type Observation } from './measure.ts';

export interface SampledField {
  readonly table: TableFacts;
  readonly field: Field;
  readonly sample: Sample;
  readonly series: readonly SeriesValues[];
}

/** What `observe` says of each of the fields, from the sample cut into its series; why not, where there are none or too many. */
export async function overSeries(
  table: TableFacts,
  looked: (facts: FieldFacts) => boolean,
  observe: (field: SampledField) => Promise<Observation>,
): Promise<readonly Observation[]> {
  const fields = table.fields.filter(looked);
  if (fields.length === 0) {
    return [{ value: notMeasured('no_measurement_field', ['field with role measurement']) }];
  }
  if (fields.length > table.thresholds.most_fields) return [{ value: notMeasured('too_many_fields', []) }];
  const sample = await table.sample();
  const observations: Observation[] = [];
  for (const { field } of fields) {
    const series = await seriesValues(table, field.id);
    await breathe();
    observations.push(await observe({ table, field, sample, series }));
  }
  return observations;
}
