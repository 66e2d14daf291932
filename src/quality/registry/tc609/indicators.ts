import { dimensionOf, type Indicator } from '../indicator.ts';

const shared = {
  standard: 'TC609-5-2025-04',
  basis: 'reported',
  source: {
    zh: '编号与名称由开源评测工具、一份申报材料与一份规则目录互相印证；未见标准文本',
    en: 'id and name agree in an open evaluation tool, a submission and a catalogue of rules; the text was not at hand',
  },
} as const;

const documented = (zh: string, en: string) => ({
  zh: `已说明的方面数 / 5（${zh}）`,
  en: `aspects that are documented / 5 (${en})`,
});

const share = (zh: string, en: string) => ({ zh: `${zh}的记录数 / 记录总数`, en: `${en} / records` });

const documentation = dimensionOf({ ...shared, dimension: { zh: '说明文档', en: 'Documentation' } }, [
  {
    id: '0101',
    name: { zh: '基本信息完整性', en: 'Completeness of basic information' },
    formula: documented(
      '规模、格式规范、文件结构、获取渠道、技术支持',
      'size, formats, file structure, access, support',
    ),
    inputs: ['documentation'],
    reasons: ['no_documentation'],
  },
  {
    id: '0102',
    name: { zh: '内容特征完整性', en: 'Completeness of the description of content' },
    formula: documented(
      '模态、分布、标签统计、样本示例、局限性',
      'modality, distribution, label statistics, examples, limitations',
    ),
    inputs: ['documentation'],
    reasons: ['no_documentation'],
  },
  {
    id: '0103',
    name: { zh: '建设过程完整性', en: 'Completeness of the account of making' },
    formula: documented(
      '来源、采集方法、加工流程、标注规范、版本记录',
      'sources, collection, processing, annotation rules, record of versions',
    ),
    inputs: ['documentation'],
    reasons: ['no_documentation'],
  },
  {
    id: '0104',
    name: { zh: '应用说明完整性', en: 'Completeness of the account of use' },
    formula: documented(
      '许可、目标场景、评估方法、基准结果、应用案例',
      'licence, target scenarios, way of evaluation, benchmark results, cases',
    ),
    inputs: ['documentation'],
    reasons: ['no_documentation'],
  },
]);

const quality = dimensionOf({ ...shared, dimension: { zh: '数据质量', en: 'Data quality' } }, [
  {
    id: '0201',
    name: { zh: '格式规范性', en: 'Conformity of format' },
    formula: share('符合约定格式', 'records in the agreed format'),
    inputs: ['value_rules'],
    reasons: ['no_value_rules'],
  },
  {
    id: '0202',
    name: { zh: '安全规范性', en: 'Conformity of safety' },
    formula: share(
      '不含违法、侵权或歧视内容',
      'records without unlawful, infringing or discriminating content',
    ),
    inputs: ['judgement'],
    reasons: ['no_judgement'],
  },
  {
    id: '0203',
    name: { zh: '标注规范性', en: 'Conformity of annotation' },
    formula: share('标注符合规则', 'records annotated by the rules'),
    inputs: ['label_field', 'annotation_rules'],
    reasons: ['no_annotation_rules', 'no_label_field'],
  },
  {
    id: '0204',
    name: { zh: '结构完整性', en: 'Completeness of structure' },
    formula: share('没有空数据项', 'records without an empty item'),
    inputs: ['values'],
    reasons: ['no_values'],
  },
  {
    id: '0205',
    name: { zh: '内容真实性', en: 'Authenticity of content' },
    formula: share(
      '可追溯到来源（合成数据：符合真实分布）',
      'records traced to a source (synthetic: true to the distribution)',
    ),
    inputs: ['source_records'],
    reasons: ['no_source_records'],
  },
  {
    id: '0206',
    name: { zh: '内容一致性', en: 'Consistency of content' },
    formula: share('相关联的内容彼此一致', 'records whose related contents agree'),
    inputs: ['business_rules'],
    reasons: ['no_business_rules'],
  },
  {
    id: '0207',
    name: { zh: '类型一致性', en: 'Consistency of type' },
    formula: share(
      '与声明的数据集类型（通识、行业通识、行业专识）一致',
      'records of the declared type (general, trade, expert)',
    ),
    inputs: ['dataset_type', 'judgement'],
    reasons: ['no_dataset_type', 'no_judgement'],
  },
  {
    id: '0208',
    name: { zh: '内容干净性', en: 'Cleanliness of content' },
    formula: share('无重复、噪声或损坏', 'records without repetition, noise or damage'),
    inputs: ['values'],
    reasons: ['no_values'],
  },
]);

const application = dimensionOf({ ...shared, dimension: { zh: '模型应用', en: 'Use by models' } }, [
  {
    id: '0301',
    name: { zh: '内容多样性', en: 'Diversity of content' },
    formula: {
      zh: '实际覆盖的分布 / 场景要求的分布',
      en: 'distribution covered / distribution the scenario needs',
    },
    inputs: ['scenario'],
    reasons: ['no_scenario_demand'],
  },
  {
    id: '0302',
    name: { zh: '规模完整性', en: 'Sufficiency of size' },
    formula: { zh: '实际规模 / 场景要求的规模', en: 'size / size the scenario needs' },
    inputs: ['scenario'],
    reasons: ['no_scenario_demand'],
  },
  {
    id: '0303',
    name: { zh: '内容时效性', en: 'Timeliness of content' },
    formula: share('采集或更新时间满足场景要求', 'records made or updated in the time the scenario asks for'),
    inputs: ['scenario', 'time_field'],
    reasons: ['no_scenario_demand', 'no_time_field'],
  },
  {
    id: '0304',
    name: { zh: '标注准确性', en: 'Accuracy of annotation' },
    formula: share(
      '标注经抽检或全检为准确',
      'records whose annotation was found right, in a sample or in all',
    ),
    inputs: ['annotation_sample'],
    reasons: ['no_annotation_sample'],
  },
  {
    id: '0305',
    name: { zh: '模型适配性', en: 'Suitability for models' },
    formula: {
      zh: '使用本数据集的性能 − 使用基准数据集的性能（越低越好的性能指标取相反数）',
      en: 'performance with the dataset − performance with a baseline dataset (reversed where lower is better)',
    },
    inputs: ['evaluation'],
    reasons: ['no_evaluation'],
  },
]);

/** The 17 indicators of the national specification of quality of datasets. */
export const tc609Indicators: readonly Indicator[] = [...documentation, ...quality, ...application];
