import type {
  Language,
  Proposal,
  RequirementResult,
  Severity,
  Text,
  Verdict,
} from '../../workspace/index.ts';
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

export const statusWords: Readonly<Record<RequirementResult['status'], readonly [Tone, Text]>> = {
  met: ['good', { zh: '满足', en: 'met' }],
  partly: ['warning', { zh: '部分满足', en: 'partly' }],
  missing: ['bad', { zh: '缺少', en: 'missing' }],
  not_measured: ['neutral', { zh: '未测', en: 'not measured' }],
};

export const propertyWords: Readonly<Record<Proposal['property'], Text>> = {
  unit: { zh: '单位', en: 'unit' },
  role: { zh: '用途', en: 'role' },
  range: { zh: '范围', en: 'range' },
  interval: { zh: '采样间隔', en: 'sampling interval' },
  values: { zh: '取值', en: 'values' },
  key: { zh: '主键', en: 'key' },
  rule: { zh: '规则', en: 'rule' },
  references: { zh: '引用', en: 'reference' },
};

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
  no_counter: { zh: '没有只增的字段', en: 'no field only grows' },
  too_few_values: { zh: '不同的值太少', en: 'too few different values' },
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
  second_time_field: { zh: '记录按另一个时间字段排序', en: 'another field orders the records' },
  time_is_text: { zh: '时间是无法解析的文本', en: 'the times are text that was not understood' },
  records_without_order: { zh: '记录没有时间次序', en: 'the records have no order of time' },
  no_partner_signal: { zh: '没有同步变化的信号', en: 'no two signals move together' },
  no_group_field: { zh: '没有区分序列的字段', en: 'no field tells series apart' },
  too_few_series: { zh: '序列太少', en: 'too few series' },
  no_dependency_found: { zh: '没有发现字段之间的依赖', en: 'no field follows from another' },
  no_text_field: { zh: '没有文本字段', en: 'no field holds text' },
  no_references: { zh: '没有声明引用关系', en: 'no references between record sets are declared' },
  no_numbers: { zh: '没有数值字段', en: 'no field holds numbers' },
  no_date_field: { zh: '没有日期字段', en: 'no field holds dates' },
  no_status_field: { zh: '没有状态字段', en: 'no field is a status' },
  status_not_understood: { zh: '状态码无法识别', en: 'the status codes were not understood' },
  reference_unknown: { zh: '被引用的字段不存在', en: 'the field referred to is not there' },
};

export function inLanguage(text: Text, language: Language): string {
  return (language === 'zh' ? (text.zh ?? text.en) : (text.en ?? text.zh)) ?? '';
}
