import type { DatasetEntry, MeasureResult, QualityReport } from '../../../workspace/index.ts';
import { reasonCodes, standards } from '../../registry/index.ts';
import type { AssessmentSource, EvidenceReference, IndicatorFinding } from './form.ts';
import { unmeasured } from './unmeasured.ts';

interface Share {
  readonly measure: string;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

export function evidenceOf(
  report: QualityReport,
  results: readonly MeasureResult[],
): readonly EvidenceReference[] {
  return results.map((one) => {
    const part = [one.recordSet, one.field].filter(Boolean).join('.');
    const add = (text: string | undefined) => (text && part ? `${text} (${part})` : text);
    return {
      what: { zh: add(one.name.zh), en: add(one.name.en) },
      place: `report.json#/measures/${report.measures.indexOf(one)}`,
    };
  });
}

/** Measures that count the records at fault: the rest of them is what an indicator asks for. */
const faults: readonly string[] = ['duplicate_records'];

/** The results of one measure that say all: of record sets, or of their fields where it has none of the record set itself. */
function widest(results: readonly MeasureResult[]): readonly MeasureResult[] {
  const whole = results.filter(({ field }) => field === undefined).map(({ recordSet }) => recordSet);
  return results.filter(({ field, recordSet }) => field === undefined || !whole.includes(recordSet));
}

/** Each measure over all record sets together. */
function pooled(results: readonly MeasureResult[]): readonly Share[] {
  return [...new Set(results.map(({ id }) => id))].flatMap((id): Share[] => {
    const values = results.flatMap((one) =>
      one.id === id && one.result.status === 'measured' ? [one.result] : [],
    );
    const counted = values.reduce((sum, one) => sum + one.numerator, 0);
    const denominator = values.reduce((sum, one) => sum + one.denominator, 0);
    if (denominator === 0) return [];
    const numerator = faults.includes(id) ? denominator - counted : counted;
    return [{ measure: id, value: numerator / denominator, numerator, denominator }];
  });
}

/** The lowest of several shares: no more can satisfy all of them at once. */
function lowestOf(id: string, report: QualityReport, results: readonly MeasureResult[]): IndicatorFinding {
  const shares = pooled(results);
  const [lowest] = shares.toSorted((a, b) => a.value - b.value);
  const evidence = evidenceOf(report, results);
  if (!lowest) {
    const reason = results.flatMap(({ result }) =>
      result.status === 'not_measured' ? [result.reason] : [],
    )[0];
    return unmeasured(
      id,
      reason === undefined ? undefined : { code: reason, why: reasonCodes[reason] ?? { en: reason } },
      evidence,
    );
  }
  const { value, numerator, denominator } = lowest;
  const others = shares.length > 1;
  return {
    result: { status: 'measured', value, numerator, denominator },
    evidence,
    ...(others && {
      note: {
        zh: `取 ${shares.length} 个指标中最低者（${lowest.measure}）：同时满足各项的份额不会更高。`,
        en: `The lowest of ${shares.length} measures (${lowest.measure}): no larger share can satisfy all of them.`,
      },
    }),
  };
}

/** Labels that lie in the values or the pattern that is declared for them: the rules of annotation as far as data show them. */
function ofLabels({ recordSets }: DatasetEntry, report: QualityReport): readonly MeasureResult[] {
  const ruled = recordSets.flatMap(({ id, fields }) =>
    fields
      .filter(({ role, values, pattern }) => role === 'label' && (values ?? pattern) !== undefined)
      .map((field) => `${id}.${field.id}`),
  );
  return report.measures.filter(
    ({ id, recordSet, field }) =>
      id === 'value_validity' && field !== undefined && ruled.includes(`${recordSet}.${field}`),
  );
}

/** Indicators 0201 to 0208, from the measures that answer to them. */
export function dataQualityIndicators({
  report,
  entry,
}: AssessmentSource): Readonly<Record<string, IndicatorFinding>> {
  const answering = (indicator: string): readonly MeasureResult[] =>
    report.definitions
      .filter(
        ({ id, direction, standards: references }) =>
          (direction === 'higher_is_better' || faults.includes(id)) &&
          references.some((one) => one.standard === standards.tc609 && one.id === indicator),
      )
      .flatMap(({ id }) => widest(report.measures.filter((one) => one.id === id)));
  const computed = ['0201', '0204', '0206', '0208'].map(
    (id) => [id, lowestOf(id, report, answering(id))] as const,
  );
  // No measure of values can show where a record is from, or whether it may be used: a person or a source must.
  const judged = ['0202', '0205', '0207'].map((id): readonly [string, IndicatorFinding] => {
    const related = answering(id);
    const finding = unmeasured(id, undefined, evidenceOf(report, related));
    return [id, related.length > 0 ? { ...finding, note: onlyRelated } : finding];
  });
  return {
    ...Object.fromEntries([...computed, ...judged]),
    '0203': lowestOf('0203', report, ofLabels(entry, report)),
  };
}

const onlyRelated = {
  zh: '所列指标只与之相关（取值是否可信），不能代替它。',
  en: 'The measures listed are only related (whether values are credible) and do not stand for it.',
};
