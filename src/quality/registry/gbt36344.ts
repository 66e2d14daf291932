import { dimensionOf, type Indicator } from './indicator.ts';

const shared = {
  standard: 'GB/T 36344-2018',
  basis: 'reported',
  source: {
    zh: '编号与名称在三个互不相干的实现中一致；未见标准文本',
    en: 'id and name agree in three independent implementations; the text was not at hand',
  },
} as const;

const share = (zh: string, en: string) => ({
  zh: `${zh}的元素数 / 被评价元素数`,
  en: `${en} / elements judged`,
});

/** The 20 indicators for the quality of data. An element is a value, a record, a file or a dataset, as the case may be. */
export const gbt36344Indicators: readonly Indicator[] = [
  ...dimensionOf({ ...shared, dimension: { zh: '规范性', en: 'Conformity' } }, [
    {
      id: '0101',
      name: { zh: '数据标准', en: 'Data standards' },
      formula: share('符合数据标准', 'elements that follow the data standards'),
      inputs: ['value_rules'],
      reasons: ['no_value_rules'],
    },
    {
      id: '0102',
      name: { zh: '数据模型', en: 'Data model' },
      formula: share('符合数据模型', 'elements that follow the data model'),
      inputs: ['data_model'],
      reasons: ['no_data_model'],
    },
    {
      id: '0103',
      name: { zh: '元数据', en: 'Metadata' },
      formula: share('有元数据定义且相符', 'elements that are described by metadata'),
      inputs: ['documentation'],
      reasons: ['no_documentation'],
    },
    {
      id: '0104',
      name: { zh: '业务规则', en: 'Business rules' },
      formula: share('符合业务规则', 'elements that keep the business rules'),
      inputs: ['business_rules'],
      reasons: ['no_business_rules'],
    },
    {
      id: '0105',
      name: { zh: '权威参考数据', en: 'Authoritative reference data' },
      formula: share('与参考数据相符', 'elements that agree with the reference data'),
      inputs: ['reference_values'],
      reasons: ['no_reference_values'],
    },
    {
      id: '0106',
      name: { zh: '安全规范', en: 'Security rules' },
      formula: share('符合安全与隐私规则', 'elements that keep the rules of security and privacy'),
      inputs: ['security_rules'],
      reasons: ['no_security_rules'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '完整性', en: 'Completeness' } }, [
    {
      id: '0201',
      name: { zh: '数据元素完整性', en: 'Completeness of elements' },
      formula: {
        zh: '有值的元素数 / 应有值的元素数',
        en: 'elements with a value / elements that should have one',
      },
      inputs: ['values'],
      reasons: ['no_values'],
    },
    {
      id: '0202',
      name: { zh: '数据记录完整性', en: 'Completeness of records' },
      formula: {
        zh: '有值的记录数 / 应有值的记录数',
        en: 'records with values / records that should have them',
      },
      inputs: ['values', 'expected_records'],
      reasons: ['no_values', 'no_expected_records'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '准确性', en: 'Accuracy' } }, [
    {
      id: '0301',
      name: { zh: '数据内容正确性', en: 'Correctness of content' },
      formula: share('内容正确', 'elements with the right content'),
      inputs: ['reference_values'],
      reasons: ['no_reference_values'],
    },
    {
      id: '0302',
      name: { zh: '数据格式合规性', en: 'Conformity of form' },
      formula: share(
        '类型、长度、范围与精度合乎要求',
        'elements of the right type, length, range and precision',
      ),
      inputs: ['value_rules'],
      reasons: ['no_value_rules'],
    },
    {
      id: '0303',
      name: { zh: '数据重复率', en: 'Rate of repetition' },
      formula: share('重复', 'repeated elements'),
      direction: 'lower_is_better',
      inputs: ['values'],
      reasons: ['no_values', 'too_many_fields'],
    },
    {
      id: '0304',
      name: { zh: '数据唯一性', en: 'Uniqueness' },
      formula: share('满足唯一要求', 'elements that are unique where they should be'),
      inputs: ['identifier_field'],
      reasons: ['no_identifier_field'],
    },
    {
      id: '0305',
      name: { zh: '脏数据出现率', en: 'Rate of dirty data' },
      formula: share('无效', 'invalid elements'),
      direction: 'lower_is_better',
      inputs: ['value_rules'],
      reasons: ['no_value_rules'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '一致性', en: 'Consistency' } }, [
    {
      id: '0401',
      name: { zh: '相同数据一致性', en: 'Consistency of the same data' },
      formula: share('在各处取值一致', 'elements with the same value in every place'),
      inputs: ['second_copy'],
      reasons: ['no_second_copy'],
    },
    {
      id: '0402',
      name: { zh: '关联数据一致性', en: 'Consistency of related data' },
      formula: share('满足关联约束', 'elements that keep the constraints between related data'),
      inputs: ['references', 'business_rules'],
      reasons: ['no_references', 'no_business_rules'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '时效性', en: 'Timeliness' } }, [
    {
      id: '0501',
      name: { zh: '基于时间段的正确性', en: 'Correctness by period' },
      formula: share(
        '所在时段的记录数或频率合乎要求',
        'elements of periods with the records or frequency asked for',
      ),
      inputs: ['time_field', 'sampling_interval'],
      reasons: ['no_update_demand', 'no_time_field'],
    },
    {
      id: '0502',
      name: { zh: '基于时间点的及时性', en: 'Timeliness by point in time' },
      formula: share('及时到达', 'elements that are in time'),
      inputs: ['time_field'],
      reasons: ['no_time_field', 'no_update_demand'],
    },
    {
      id: '0503',
      name: { zh: '时序性', en: 'Order in time' },
      formula: share('时间先后关系正确', 'elements in the right order of time'),
      inputs: ['time_field'],
      reasons: ['no_time_field'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可访问性', en: 'Accessibility' } }, [
    {
      id: '0601',
      name: { zh: '可访问', en: 'Access' },
      formula: share('需要时可以取得', 'elements that can be had when they are needed'),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
    {
      id: '0602',
      name: { zh: '可用性', en: 'Availability' },
      formula: share('在有效期内可用', 'elements usable in their lifetime'),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
  ]),
];
