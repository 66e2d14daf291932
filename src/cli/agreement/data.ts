import type { SamplingGoal } from '../../methods/index.ts';
import type {
  AnnotationReport,
  Coefficient,
  InspectionPlan,
  LabelAccuracy,
} from '../../quality/annotation/index.ts';
import { type Language, type Text, textIn } from '../../workspace/index.ts';
import type { AccuracyData, AgreementData, CoefficientData, PlanData } from './schema.ts';

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function coefficientData(one: Coefficient): CoefficientData {
  return one.status === 'measured' ? { ...one, low: finite(one.low), high: finite(one.high) } : one;
}

const say = (texts: readonly Text[], language: Language) => texts.map((text) => textIn(text, language));

export function agreementData(
  report: AnnotationReport,
  out: string | null,
  language: Language,
): AgreementData {
  const { classesLeftOut, pairsLeftOut, disputedCount, relabelledCount, ...rest } = report;
  return {
    kind: 'agreement',
    ...rest,
    alpha: coefficientData(report.alpha),
    fleiss: coefficientData(report.fleiss),
    classes: [...report.classes],
    classes_left_out: classesLeftOut,
    pairs: report.pairs.map((pair) => ({
      ...pair,
      annotators: [...pair.annotators],
      agreement: coefficientData(pair.agreement),
    })),
    pairs_left_out: pairsLeftOut,
    disputed: report.disputed.map((item) => ({ ...item, labels: [...item.labels] })),
    disputed_count: disputedCount,
    majority: { ...report.majority, ties: [...report.majority.ties] },
    relabelled: [...report.relabelled],
    relabelled_count: relabelledCount,
    notices: say(report.notices, language),
    out,
  };
}

export function planData(
  plan: InspectionPlan,
  place: { readonly dataset: string; readonly recordSet: string; readonly field: string },
  goal: SamplingGoal,
  out: string | null,
): PlanData {
  return {
    kind: 'plan',
    dataset: place.dataset,
    record_set: place.recordSet,
    field: place.field,
    confidence: plan.confidence,
    half_width: 'halfWidth' in goal ? goal.halfWidth : null,
    at_least: 'atLeast' in goal ? goal.atLeast : null,
    expected: goal.expected ?? null,
    most_wrong: plan.mostWrong ?? null,
    records: plan.records,
    unlabelled: plan.unlabelled,
    size: plan.size,
    by_class: plan.byClass,
    strata: plan.strata.map(({ id, records, size }) => ({ id, records, size })),
    seed: plan.seed,
    rows: plan.rows.map(({ row }) => row),
    out,
  };
}

export function accuracyData(found: LabelAccuracy, language: Language): AccuracyData {
  return {
    kind: 'accuracy',
    file: found.file,
    indicator: 'TC609-5-2025-04 0304',
    estimate: found.estimate,
    low: found.low,
    high: found.high,
    at_least: found.atLeast,
    level: found.level,
    inspected: found.inspected,
    wrong: found.wrong,
    open: found.open,
    weighted: found.weighted,
    strata: found.strata.map((stratum) => ({ ...stratum, records: finite(stratum.records) })),
    unseen: [...found.unseen],
    mistakes: [...found.mistakes],
    wrong_items: [...found.wrongItems],
    notices: say(found.notices, language),
  };
}
