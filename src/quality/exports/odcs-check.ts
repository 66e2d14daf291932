import type { MeasureResult, QualityReport, RecordSet } from '../../workspace/index.ts';
import { indicator } from '../registry/index.ts';

type Json = Record<string, unknown>;

/** The dimension of the standard that a dimension of ours is, by its English name. */
const dimensions: Readonly<Record<string, string>> = {
  Accuracy: 'accuracy',
  Completeness: 'completeness',
  Consistency: 'consistency',
  Currentness: 'timeliness',
  Timeliness: 'timeliness',
  Conformity: 'conformity',
  'Conformity of format': 'conformity',
  Representativeness: 'coverage',
  Diversity: 'coverage',
};

interface Metric {
  readonly metric: 'nullValues' | 'duplicateValues' | 'invalidValues';
  /** The threshold, a share of values or records, that the complement of the measure may reach. */
  readonly threshold: string;
}

/** Measures that are the complement of a metric of the standard's library. */
const library: Readonly<Record<string, Metric>> = {
  value_completeness: { metric: 'nullValues', threshold: 'missing_major' },
  duplicate_records: { metric: 'duplicateValues', threshold: 'duplicates_major' },
  range_validity: { metric: 'invalidValues', threshold: 'out_of_range_major' },
  value_validity: { metric: 'invalidValues', threshold: 'invalid_major' },
};

function dimensionOf(id: string, { definitions }: QualityReport): string | undefined {
  const references = definitions.find((one) => one.id === id)?.standards ?? [];
  return references
    .map((one) => dimensions[indicator(one.standard, one.id).dimension.en])
    .find((one) => one !== undefined);
}

function rule({ id, field }: MeasureResult, { thresholds }: QualityReport, recordSet: RecordSet): Json {
  const known = library[id];
  const threshold = known && thresholds[known.threshold];
  // The library's duplicates of an object are whole records, its null and invalid values those of a property.
  if (known && threshold !== undefined && (field === undefined) === (known.metric === 'duplicateValues')) {
    return {
      type: 'library',
      metric: known.metric,
      unit: 'percent',
      mustBeLessOrEqualTo: Number((threshold * 100).toPrecision(12)),
    };
  }
  if (id === 'record_count' && recordSet.declaredRows !== undefined) {
    return { type: 'library', metric: 'rowCount', unit: 'rows', mustBe: recordSet.declaredRows };
  }
  return { type: 'custom', engine: 'zhuji', implementation: { measure: id } };
}

/** A measure as a check, with its latest result in custom properties. */
export function odcsCheck(measure: MeasureResult, report: QualityReport, recordSet: RecordSet): Json {
  const { id, name, result } = measure;
  const definition = report.definitions.find((one) => one.id === id);
  const dimension = dimensionOf(id, report);
  const results =
    result.status === 'measured'
      ? {
          resultValue: result.value,
          resultNumerator: result.numerator,
          resultDenominator: result.denominator,
        }
      : { notMeasured: result.reason };
  const custom = {
    measure: id,
    ...(definition && { measureVersion: definition.version }),
    ...results,
    measuredAt: report.measuredAt,
    ...(definition && {
      indicators: definition.standards.map((one) => `${one.standard} ${one.id}`),
    }),
  };
  return {
    name: name.en ?? id,
    ...(definition?.formula.en !== undefined && { description: definition.formula.en }),
    ...(dimension !== undefined && { dimension }),
    ...rule(measure, report, recordSet),
    customProperties: Object.entries(custom).map(([property, value]) => ({ property, value })),
  };
}
