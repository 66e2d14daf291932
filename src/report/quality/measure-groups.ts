import type { MeasureDefinition, MeasureResult, QualityReport } from '../../workspace/index.ts';
import { type Dimension, dimensionOf, orderedDimensions } from './dimensions.ts';

/** All that one measure says of one record set. */
export interface MeasureGroup {
  readonly definition: MeasureDefinition;
  readonly dimension: Dimension;
  /** Of the record set as a whole. */
  readonly whole: MeasureResult | undefined;
  /** Of fields, the worst first. */
  readonly fields: readonly { readonly field: string; readonly value: number }[];
  /** Results of fields without a value, and how many there are of each reason. */
  readonly unmeasured: readonly { readonly example: MeasureResult; readonly count: number }[];
}

/** Record sets of a report's measures, the dataset as a whole (`''`) first. */
export function recordSetsOf({ measures }: QualityReport): readonly string[] {
  return [...new Set(measures.map(({ recordSet }) => recordSet))];
}

/** The measures of a record set by dimension, and within one in the order of the definitions. */
export function measureGroups(report: QualityReport, recordSet: string): readonly MeasureGroup[] {
  const byId = new Map<string, MeasureResult[]>();
  for (const one of report.measures) {
    if (one.recordSet !== recordSet) continue;
    const known = byId.get(one.id) ?? [];
    known.push(one);
    byId.set(one.id, known);
  }
  const groups = report.definitions.flatMap((definition) => {
    const results = byId.get(definition.id);
    return results ? [groupOf(definition, results)] : [];
  });
  return orderedDimensions.flatMap(({ id }) => groups.filter(({ dimension }) => dimension.id === id));
}

function groupOf(definition: MeasureDefinition, results: readonly MeasureResult[]): MeasureGroup {
  const up = definition.direction === 'higher_is_better';
  const ofFields = results.filter(({ field }) => field !== undefined);
  const reasons = new Map<string, { example: MeasureResult; count: number }>();
  for (const example of ofFields) {
    if (example.result.status === 'measured') continue;
    const { reason } = example.result;
    reasons.set(reason, { example, count: (reasons.get(reason)?.count ?? 0) + 1 });
  }
  return {
    definition,
    dimension: dimensionOf(definition),
    whole: results.find(({ field }) => field === undefined),
    fields: ofFields
      .flatMap(({ field = '', result }) =>
        result.status === 'measured' ? [{ field, value: result.value }] : [],
      )
      .sort((a, b) => (up ? a.value - b.value : b.value - a.value)),
    unmeasured: [...reasons.values()],
  };
}
