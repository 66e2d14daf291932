import type { Sentence } from '../../../workspace/index.ts';
import { dimensionWeights, sharesWithinDimensions } from '../../profiles/weights.ts';
import { tc609Indicators } from '../../registry/tc609/indicators.ts';
import { applicationIndicators } from './application.ts';
import { dataQualityIndicators } from './data-quality.ts';
import { documentationIndicators } from './documentation.ts';
import type {
  AssessmentForm,
  AssessmentSource,
  FormDimension,
  FormIndicator,
  IndicatorFinding,
} from './form.ts';
import { unmeasured } from './unmeasured.ts';

const convention = 90;

const notes: readonly Sentence[] = [
  {
    zh: '本表依公开的二手资料编制，未见 TC609-5-2025-04 标准文本；指标编号与名称由多个来源互相印证，公式为本项目的理解。',
    en: 'This form rests on public second-hand sources; the text of TC609-5-2025-04 was not at hand. Several sources agree on ids and names of the indicators; the formulas are our reading.',
  },
  {
    zh: '“各维度不低于 90 分”与维度权重 30/40/30 各仅见于一份申报材料，未经核实；维度内权重来自阈值方案。',
    en: '“90 or more in each dimension” and the weights 30/40/30 of the dimensions are each from one submission and not verified; weights within a dimension are the profile’s.',
  },
  {
    zh: '维度得分为已测指标的加权平均；未测指标不计入，也不按满分或零分补足。上下限给出未测指标全为最差与最好时的得分。',
    en: 'A dimension’s score is the weighted mean of what was measured; what was not is left out, and taken neither for perfect nor for nothing. The bounds say what the score would be with all of that at its worst and at its best.',
  },
  {
    zh: '0101 至 0104 按元数据中有无该项计算，不评判内容优劣；元数据中没有位置的项按未说明计。',
    en: '0101 to 0104 count what the metadata say, not how well; what they have no place for counts as not said.',
  },
  {
    zh: '0305 为性能之差，如何折算为分数未见规定，单独列出，不计入得分。',
    en: '0305 is a difference of performance; no rule is known that turns it into a score, so it stands apart and does not count.',
  },
  {
    zh: '本表是自评材料，不构成认证或第三方评测结论。',
    en: 'This is a self-assessment, and neither a certificate nor the finding of a third party.',
  },
];

function scored(
  indicators: readonly FormIndicator[],
): Pick<FormDimension, 'score' | 'covered' | 'bounds' | 'reaches'> {
  let [all, known, sum] = [0, 0, 0];
  for (const { scored: counts, weight, result } of indicators) {
    if (!counts) continue;
    all += weight;
    if (result.status !== 'measured') continue;
    known += weight;
    sum += weight * result.value;
  }
  if (all === 0) return { score: null, covered: 0, bounds: { low: 0, high: 100 }, reaches: null };
  const round = (value: number) => Number((value * 100).toFixed(6));
  const [low, high] = [round(sum / all), round((sum + all - known) / all)];
  return {
    score: known > 0 ? round(sum / known) : null,
    covered: Number((known / all).toFixed(9)),
    bounds: { low, high },
    reaches: low >= convention ? true : high < convention ? false : null,
  };
}

/** The assessment form of TC609-5-2025-04 for one dataset version: three dimensions, 17 indicators. */
export function assess(source: AssessmentSource): AssessmentForm {
  const { report, entry } = source;
  const shares = sharesWithinDimensions(report.weights);
  const found: Readonly<Record<string, IndicatorFinding>> = {
    ...documentationIndicators(source),
    ...dataQualityIndicators(source),
    ...applicationIndicators(source),
  };
  const rows = tc609Indicators.map(
    ({ id, name, formula, source: from, basis }): FormIndicator => ({
      id,
      name,
      formula,
      source: from,
      basis,
      weight: shares[id] ?? 0,
      scored: id !== '0305',
      ...(found[id] ?? unmeasured(id)),
    }),
  );
  const dimensions = (['01', '02', '03'] as const).map((id): FormDimension => {
    const indicators = rows.filter((one) => one.id.startsWith(id));
    const name = tc609Indicators.find((one) => one.id.startsWith(id))?.dimension ?? { zh: id, en: id };
    return {
      id,
      name,
      weight: { value: dimensionWeights.weights[id], basis: dimensionWeights.basis },
      indicators,
      ...scored(indicators),
    };
  });
  return {
    formVersion: '1',
    standard: 'TC609-5-2025-04',
    dataset: {
      id: entry.id,
      title: entry.title,
      version: entry.version,
      hash: report.hash,
      license: entry.license,
      records: entry.recordSets.reduce((sum, { rows: count }) => sum + count, 0),
      files: entry.files.length,
    },
    scenario: report.scenario,
    verdict: report.verdict,
    tool: report.tool,
    measuredAt: report.measuredAt,
    profile: report.profile,
    convention: { score: convention, basis: 'unverified' },
    dimensions,
    notes,
  };
}
