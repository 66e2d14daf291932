import type { Sentence } from '../../workspace/index.ts';

/** What an indicator needs to be known. */
export const inputs = {
  values: { zh: '数据本身', en: 'the values themselves' },
  label_field: { zh: '标签字段', en: 'a label field' },
  time_field: { zh: '时间字段', en: 'a time field' },
  identifier_field: { zh: '标识字段', en: 'an identifier field' },
  sampling_interval: { zh: '采样间隔', en: 'the sampling interval' },
  value_rules: {
    zh: '字段的类型、单位、范围、枚举或格式',
    en: 'type, unit, range, allowed values or form of the fields',
  },
  business_rules: { zh: '跨字段的业务规则', en: 'rules across fields' },
  reference_values: { zh: '真实值或权威参考数据', en: 'true values or an authoritative reference' },
  expected_records: { zh: '应有记录的清单或数量', en: 'which or how many records there should be' },
  data_model: { zh: '数据模型', en: 'a data model' },
  documentation: { zh: '说明文档与元数据', en: 'documentation and metadata' },
  security_rules: { zh: '分级、权限与脱敏规则', en: 'rules for classes, rights and masking' },
  annotation_rules: { zh: '标注规范', en: 'rules for annotation' },
  annotation_sample: { zh: '标注抽检或复核结果', en: 'a checked sample of the annotations' },
  source_records: { zh: '每条记录的来源信息', en: 'the source of each record' },
  second_copy: { zh: '同一数据的另一份副本', en: 'another copy of the same data' },
  references: { zh: '记录集之间的引用关系', en: 'references between record sets' },
  dataset_type: { zh: '声明的数据集类型', en: 'the declared type of the dataset' },
  scenario: { zh: '目标场景及其需求', en: 'a scenario and what it needs' },
  evaluation: { zh: '有无本数据集的对比评测', en: 'an evaluation with and without the dataset' },
  judgement: { zh: '人的判断', en: 'the judgement of a person' },
  audit: { zh: '审计记录', en: 'records of an audit' },
  access_service: { zh: '提供数据的服务及其日志', en: 'the service that gives the data out, and its log' },
  other_modality: { zh: '文本、图像、视频或音频', en: 'text, images, video or audio' },
} as const satisfies Readonly<Record<string, Sentence>>;

export type InputCode = keyof typeof inputs;
