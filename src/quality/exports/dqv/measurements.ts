import type {
  DatasetEntry,
  MeasureDefinition,
  MeasureResult,
  QualityReport,
} from '../../../workspace/index.ts';
import { aboutIri, metricIri, partIri } from '../iris.ts';
import { type Json, reference } from './context.ts';

/** The definition of each measure of a report, by its id. */
export function definitionsOf({ definitions }: QualityReport): ReadonlyMap<string, MeasureDefinition> {
  return new Map(definitions.map((one) => [one.id, one]));
}

export function activityIri(report: QualityReport, entry: DatasetEntry): string {
  return aboutIri(partIri(entry), 'measured', report.measuredAt);
}

/** A value that was measured; nothing where there is none. */
export function measurementNode(
  { id, recordSet, field, result, scanned }: MeasureResult,
  report: QualityReport,
  entry: DatasetEntry,
): readonly Json[] {
  const definition = definitionsOf(report).get(id);
  if (result.status !== 'measured' || !definition) return [];
  const target = partIri(entry, recordSet, field);
  return [
    {
      '@id': aboutIri(target, 'measurement', id),
      '@type': 'dqv:QualityMeasurement',
      'dqv:isMeasurementOf': reference(metricIri(definition)),
      'dqv:computedOn': reference(target),
      'dqv:value': result.value,
      'zhuji:numerator': result.numerator,
      'zhuji:denominator': result.denominator,
      ...(scanned !== undefined && { 'zhuji:recordsRead': scanned }),
      'prov:wasGeneratedBy': reference(activityIri(report, entry)),
    },
  ];
}
