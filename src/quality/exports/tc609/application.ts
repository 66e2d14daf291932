import type { RequirementResult } from '../../../workspace/index.ts';
import type { AssessmentSource, EvidenceReference, IndicatorFinding } from './form.ts';
import { unmeasured } from './unmeasured.ts';

interface Met {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** How far a demand is met, 1 at most; by its figures where it has them. */
function metBy({ status, target, actual }: RequirementResult): Met | undefined {
  if (status === 'not_measured') return undefined;
  if (target && actual !== undefined && target.value > 0 && target.op.startsWith('>')) {
    return { value: Math.min(1, actual / target.value), numerator: actual, denominator: target.value };
  }
  if (status === 'partly') return undefined;
  const met = status === 'met' ? 1 : 0;
  return { value: met, numerator: met, denominator: 1 };
}

function references(
  source: AssessmentSource,
  demands: readonly RequirementResult[],
): readonly EvidenceReference[] {
  return demands.map((one) => ({
    what: { zh: one.description.zh ?? one.id, en: one.description.en ?? one.id },
    place: `report.json#/requirements/${source.report.requirements.indexOf(one)}`,
  }));
}

/** The demand that is met least decides. */
function least(id: string, kind: string, source: AssessmentSource): IndicatorFinding {
  const demands = source.report.requirements.filter((one) => one.kind === kind);
  const evidence = references(source, demands);
  const open = demands.find((one) => metBy(one) === undefined);
  if (open) return unmeasured(id, { code: 'requirement_not_measured', why: open.reason }, evidence);
  const [lowest] = demands.flatMap((one) => metBy(one) ?? []).toSorted((a, b) => a.value - b.value);
  if (!lowest) return unmeasured(id, undefined, evidence);
  return {
    result: { status: 'measured', ...lowest },
    evidence,
    ...(demands.length > 1 && {
      note: {
        zh: `${demands.length} 项需求中满足程度最低者。`,
        en: `The one of ${demands.length} demands that is met least.`,
      },
    }),
  };
}

/** Demands on freshness that are met; records are not told apart by their age. */
function fresh(source: AssessmentSource): IndicatorFinding {
  const demands = source.report.requirements.filter(({ kind }) => kind === 'freshness');
  const evidence = references(source, demands);
  const open = demands.find(({ status }) => status === 'not_measured');
  if (open) return unmeasured('0303', { code: 'requirement_not_measured', why: open.reason }, evidence);
  if (demands.length === 0) return unmeasured('0303');
  const met = demands.filter(({ status }) => status === 'met').length;
  return {
    result: {
      status: 'measured',
      value: met / demands.length,
      numerator: met,
      denominator: demands.length,
    },
    evidence,
    note: {
      zh: '满足的时效需求数 / 时效需求数；未按记录逐条计算。',
      en: 'Demands on freshness that are met / all of them; not counted record by record.',
    },
  };
}

function annotation({ inspection }: AssessmentSource): IndicatorFinding {
  if (!inspection) return unmeasured('0304');
  const { estimate, low, high, level, inspected, wrong, weighted, unseen } = inspection;
  return {
    result: {
      status: 'measured',
      value: estimate,
      numerator: inspected - wrong,
      denominator: inspected,
      interval: { estimate, low, high, level },
    },
    evidence: [{ what: { zh: '标注复检结果', en: 'inspected labels' }, place: 'inspection.json' }],
    note: {
      zh: `${weighted ? '按各类别记录数加权的估计' : '视为简单随机抽样的估计'}，因此可能不等于分子 / 分母。${unseen.length > 0 ? `有 ${unseen.length} 个类别未抽到。` : ''}`,
      en: `${weighted ? 'An estimate weighted by the records of each class' : 'An estimate as of a simple random sample'}, so it may differ from numerator / denominator.${unseen.length > 0 ? ` Of ${unseen.length} classes nothing was inspected.` : ''}`,
    },
  };
}

const standIn = {
  zh: '作答者为不使用语言模型的参考策略，不代表任何模型的性能。',
  en: 'A reference policy without a language model answered: it stands for no model’s performance.',
};

function suitability({ evaluation, noEvaluation }: AssessmentSource): IndicatorFinding {
  if (!evaluation) {
    return unmeasured('0305', noEvaluation && { code: 'no_evaluation', why: noEvaluation });
  }
  const { difference, model, items, scenario, before, after } = evaluation;
  const evidence = [{ what: { zh: '对比评测', en: 'evaluation' }, place: 'evaluation.json' }];
  if (!difference) {
    const why = { zh: '评测无效：出错的试验太多', en: 'the evaluation is invalid: too many trials failed' };
    return unmeasured('0305', { code: 'no_evaluation', why }, evidence);
  }
  const kind =
    model.kind === 'reference-policy'
      ? standIn
      : { zh: `模型：${model.name}。`, en: `Model: ${model.name}.` };
  return {
    result: {
      status: 'difference',
      value: difference.estimate,
      with: after.score,
      without: before.score,
      interval: difference,
    },
    evidence,
    note: {
      zh: `评测 ${scenario}，${items} 题；一方可用整个工作区的数据与文档，基准方全不可用，而非另一数据集。${kind.zh}`,
      en: `Evaluation ${scenario}, ${items} questions; one side has all data and documents of the workspace, the baseline none, and no other dataset. ${kind.en}`,
    },
  };
}

/** Indicators 0301 to 0305, from the scenario's demands, an inspection of labels and an evaluation. */
export function applicationIndicators(source: AssessmentSource): Readonly<Record<string, IndicatorFinding>> {
  return {
    '0301': least('0301', 'coverage', source),
    '0302': least('0302', 'volume', source),
    '0303': fresh(source),
    '0304': annotation(source),
    '0305': suitability(source),
  };
}
