import type { Language, Severity, Text, Verdict } from '../../workspace/index.ts';
import type { Tone } from '../parts.ts';

export const verdictWords: Readonly<Record<Verdict, readonly [Tone, Text]>> = {
  fit: ['good', { zh: '适用', en: 'fit' }],
  fit_with_conditions: ['warning', { zh: '有条件适用', en: 'fit with conditions' }],
  unfit: ['bad', { zh: '不适用', en: 'unfit' }],
  unknown: ['neutral', { zh: '无法判定', en: 'unknown' }],
};

export const severityWords: Readonly<Record<Severity, readonly [Tone, Text]>> = {
  critical: ['bad', { zh: '致命', en: 'critical' }],
  major: ['bad', { zh: '严重', en: 'major' }],
  minor: ['warning', { zh: '轻微', en: 'minor' }],
  info: ['info', { zh: '提示', en: 'info' }],
};

export const words = {
  title: { zh: '数据质量报告', en: 'Data quality report' },
  generalUse: { zh: '通用用途', en: 'for general use' },
  scenario: { zh: '场景', en: 'scenario' },
  dataset: { zh: '数据集', en: 'Dataset' },
  version: { zh: '版本哈希', en: 'Version hash' },
  measuredAt: { zh: '测量时间', en: 'Measured at' },
  profile: { zh: '阈值方案', en: 'Profile of thresholds' },
  verdict: { zh: '结论', en: 'Verdict' },
  gates: { zh: '门槛', en: 'Gates' },
  gatesNote: {
    zh: '门槛单独判定，不与任何指标平均。',
    en: 'Gates stand by themselves; no measure is averaged with them.',
  },
  gate: { zh: '门槛', en: 'Gate' },
  result: { zh: '结果', en: 'Result' },
  reason: { zh: '说明', en: 'Why' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  notDetermined: { zh: '不适用', en: 'does not apply' },
  findings: { zh: '发现', en: 'Findings' },
  noFindings: { zh: '没有发现。', en: 'Nothing was found.' },
  severity: { zh: '程度', en: 'Severity' },
  place: { zh: '位置', en: 'Place' },
  records: { zh: '条数', en: 'Records' },
  what: { zh: '内容与处置', en: 'What, and what to do' },
  rows: { zh: '行', en: 'Rows' },
  query: { zh: '复现查询', en: 'Query that shows them' },
  completeness: { zh: '各字段取值完整率', en: 'Value completeness by field' },
  measures: { zh: '指标', en: 'Measures' },
  measure: { zh: '指标', en: 'Measure' },
  value: { zh: '值', en: 'Value' },
  counts: { zh: '分子 / 分母', en: 'Numerator / denominator' },
  field: { zh: '字段', en: 'Field' },
  wholeDataset: { zh: '整个数据集', en: 'The dataset as a whole' },
  notMeasured: { zh: '未测', en: 'not measured' },
  missing: { zh: '缺少', en: 'missing' },
  scanned: { zh: '只读了前 {n} 条', en: 'first {n} records only' },
  brief: { zh: '给智能体的提要', en: 'Brief for agents' },
  useFor: { zh: '可用于', en: 'Use for' },
  doNotUseFor: { zh: '不可用于', en: 'Do not use for' },
  mustMention: { zh: '回答中必须提及', en: 'Must be mentioned' },
  safeFilters: { zh: '安全筛选条件', en: 'Safe filters' },
  none: { zh: '无', en: 'none' },
  definitions: { zh: '指标定义', en: 'What the measures mean' },
  formula: { zh: '公式', en: 'Formula' },
  better: { zh: '方向', en: 'Better' },
  higher: { zh: '越高越好', en: 'higher' },
  lower: { zh: '越低越好', en: 'lower' },
  standards: { zh: '标准中的指标', en: 'In the standards' },
  standardsNote: {
    zh: '标 * 者为本项目的对应或单一来源，未经标准文本核实；其余为多个实现一致的编号。标准不设阈值，下列阈值为本项目所定。',
    en: 'An asterisk marks an assignment of our own or from one source, not verified with the text of the standard; the others are ids on which several implementations agree. The standards set no thresholds; those below are the project’s.',
  },
  thresholds: { zh: '阈值', en: 'Thresholds' },
  threshold: { zh: '阈值', en: 'Threshold' },
} as const satisfies Readonly<Record<string, Text>>;

/** Why a measure has no value, by reason code. */
export const reasonWords: Readonly<Record<string, Text>> = {
  no_values: { zh: '没有值', en: 'no values' },
  no_declared_range: { zh: '没有字段声明范围', en: 'no field declares a range' },
  no_identifier_field: { zh: '没有标识字段', en: 'no field is an identifier' },
  no_time_field: { zh: '没有时间字段', en: 'no field is a time' },
  no_label_field: { zh: '没有标签字段', en: 'no field is a label' },
  no_measurement_field: { zh: '没有测量字段', en: 'no field is a measurement' },
  no_quantity_field: { zh: '没有数量字段', en: 'no field is a quantity' },
  label_is_not_a_class: { zh: '标签不是类别', en: 'the label is no class' },
  one_class: { zh: '只有一个类别', en: 'there is one class only' },
  half_of_the_values_are_equal: { zh: '一半以上的值相同', en: 'half of the values are equal' },
  irregular_sampling: { zh: '采样不规则', en: 'sampling is irregular' },
  too_few_records: { zh: '记录太少', en: 'too few records' },
  timeout: { zh: '超时', en: 'it took too long' },
  too_many_fields: { zh: '字段太多', en: 'too many fields' },
  no_declared_values: { zh: '没有字段声明取值或格式', en: 'no field declares values or a pattern' },
  pattern_not_applied: {
    zh: '格式不是可用的正则表达式，或匹配太慢',
    en: 'the pattern is no regular expression, or takes too long',
  },
  no_entity_field: { zh: '没有存放名称或编码的字段', en: 'no field holds names or codes' },
  no_declared_code_system: { zh: '没有字段声明编码体系', en: 'no field declares a code system' },
  too_many_values: { zh: '不同的值太多', en: 'too many different values' },
  no_declared_unit: { zh: '没有字段有单位', en: 'no field has a unit' },
  no_declared_rows: { zh: '没有声明记录数', en: 'the number of records is not declared' },
  no_declared_classes: { zh: '没有声明各类别的条数', en: 'no numbers of records per class are declared' },
  nothing_missing: { zh: '没有缺失值', en: 'nothing is missing' },
  no_business_rules: { zh: '没有声明跨字段规则', en: 'no rules across fields are declared' },
  rules_not_decidable: {
    zh: '规则所需的值都缺失，或规则无法应用',
    en: 'the rules lack their values, or cannot be applied',
  },
  no_features: { zh: '没有可用来预测标签的字段', en: 'no field is there to tell the label' },
  label_not_learnable: { zh: '其他字段不足以判断标签', en: 'the other fields do not tell the label' },
  too_few_fields: { zh: '字段太少', en: 'too few fields' },
  no_split_field: { zh: '没有划分字段', en: 'no field is a split' },
  no_dependency_found: { zh: '没有发现字段之间的依赖', en: 'no field follows from another' },
};

export function inLanguage(text: Text, language: Language): string {
  return (language === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? '';
}
