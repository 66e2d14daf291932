import { dimensionOf, type Indicator } from '../indicator.ts';
import { balance } from './balance.ts';
import { implemented, ratioOf, shared } from './shared.ts';

const records = (zh: string, en: string) => ratioOf(`${zh}的记录数`, '记录总数', `records ${en}`, 'records');

/** Characteristics that machine learning adds. */
export const learning: readonly Indicator[] = [
  ...dimensionOf({ ...shared, dimension: { zh: '可审计性', en: 'Auditability' } }, [
    {
      id: 'Aud-ML-1',
      name: { zh: '已审计记录', en: 'Audited records' },
      formula: records('经过审计', 'that were audited'),
      inputs: ['audit'],
      reasons: ['no_audit'],
    },
    {
      id: 'Aud-ML-2',
      name: { zh: '可审计记录', en: 'Auditable records' },
      formula: records('可供审计', 'that can be audited'),
      inputs: ['audit'],
      reasons: ['no_audit'],
    },
  ]),
  ...balance,
  ...dimensionOf({ ...shared, ...implemented, dimension: { zh: '多样性', en: 'Diversity' } }, [
    {
      id: 'Div-ML-1',
      name: { zh: '标签丰富度', en: 'Label richness' },
      formula: ratioOf('不同标签数', '数据项数', 'distinct labels', 'items'),
      inputs: ['label_field'],
      reasons: ['not_built', 'no_label_field'],
    },
    {
      id: 'Div-ML-2',
      name: { zh: '标签相对丰度', en: 'Relative label abundance' },
      formula: records('带有某标签', 'with a label'),
      inputs: ['label_field'],
      reasons: ['not_built', 'no_label_field'],
    },
    {
      id: 'Div-ML-3',
      name: { zh: '类别规模多样性', en: 'Category size diversity' },
      formula: ratioOf(
        '少于要求条数的类别数',
        '类别数',
        'categories with fewer items than asked for',
        'categories',
      ),
      direction: 'lower_is_better',
      inputs: ['label_field', 'scenario'],
      reasons: ['no_scenario_demand', 'no_label_field'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '有效性', en: 'Effectiveness' } }, [
    {
      id: 'Eft-ML-1',
      name: { zh: '特征有效性', en: 'Feature effectiveness' },
      formula: records('特征可用', 'whose features are acceptable'),
      inputs: ['values'],
      reasons: ['too_few_records'],
    },
    {
      id: 'Eft-ML-2',
      name: { zh: '类别规模有效性', en: 'Category size effectiveness' },
      formula: ratioOf('记录数达到要求的类别数', '类别数', 'categories with enough records', 'categories'),
      inputs: ['label_field', 'scenario'],
      reasons: ['no_scenario_demand', 'no_label_field'],
      source: {
        zh: '厂商清单以不足的类别计，本项目以达到要求的类别计',
        en: 'a vendor’s list counts the categories that fall short; we count those that do not',
      },
    },
    {
      id: 'Eft-ML-3',
      name: { zh: '标签有效性', en: 'Label effectiveness' },
      formula: records('标签可用', 'whose labels are acceptable'),
      inputs: ['label_field', 'annotation_rules'],
      reasons: ['no_annotation_rules', 'no_label_field'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可识别性', en: 'Identifiability' } }, [
    {
      id: 'Idn-ML-1',
      name: { zh: '可识别比率', en: 'Identifiability ratio' },
      formula: records('可据以识别个人', 'from which a person can be known'),
      direction: 'lower_is_better',
      inputs: ['security_rules', 'judgement'],
      reasons: ['no_security_rules', 'no_judgement'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '相关性', en: 'Relevance' } }, [
    {
      id: 'Rel-ML-1',
      name: { zh: '特征相关性', en: 'Feature relevance' },
      formula: ratioOf('与场景相关的特征数', '特征总数', 'features relevant to the scenario', 'features'),
      inputs: ['scenario'],
      reasons: ['no_scenario_demand'],
    },
    {
      id: 'Rel-ML-2',
      name: { zh: '记录相关性', en: 'Record relevance' },
      formula: records('与场景相关', 'relevant to the scenario'),
      inputs: ['scenario'],
      reasons: ['no_scenario_demand'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '代表性', en: 'Representativeness' } }, [
    {
      id: 'Rep-ML-1',
      name: { zh: '代表性比率', en: 'Representativeness ratio' },
      formula: ratioOf(
        '数据中出现的目标总体属性数',
        '目标总体的相关属性数',
        'attributes of the population found in the data',
        'relevant attributes of it',
      ),
      inputs: ['scenario'],
      reasons: ['no_scenario_demand'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '相似性', en: 'Similarity' } }, [
    {
      id: 'Sim-ML-1',
      name: { zh: '样本相似性', en: 'Sample similarity' },
      formula: ratioOf('聚类数', '样本数', 'clusters of like samples', 'samples'),
      inputs: ['values'],
      reasons: ['not_built'],
    },
    {
      id: 'Sim-ML-2',
      name: { zh: '样本紧密性', en: 'Samples tightness' },
      formula: {
        zh: '归一化数据的最大特征值 − 最小特征值',
        en: 'largest − smallest eigenvalue of the normalised data',
      },
      inputs: ['values'],
      reasons: ['not_built'],
      ...implemented,
    },
    {
      id: 'Sim-ML-3',
      name: { zh: '样本独立性', en: 'Samples independency' },
      formula: ratioOf(
        '主成分分析后保留的维数',
        '特征数',
        'dimensions kept by principal components',
        'features',
      ),
      inputs: ['values'],
      reasons: ['not_built'],
    },
  ]),
  ...dimensionOf({ ...shared, ...implemented, dimension: { zh: '及时性', en: 'Timeliness' } }, [
    {
      id: 'Tml-ML-1',
      name: { zh: '数据项及时性', en: 'Timeliness of data items' },
      formula: ratioOf(
        '从发生到可用的时间合乎要求的数据项数',
        '数据项总数',
        'items available soon enough after the event',
        'items',
      ),
      inputs: ['time_field', 'scenario'],
      reasons: ['no_scenario_demand', 'no_time_field'],
    },
  ]),
];
