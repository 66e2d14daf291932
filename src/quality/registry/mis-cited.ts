import type { Sentence, StandardReference } from '../../workspace/index.ts';

interface MisCited {
  readonly topic: Sentence;
  readonly standard: StandardReference['standard'];
  /** Id that is often given for the topic, and means something else. */
  readonly wrong: string;
  readonly right: readonly string[];
  /** Ids of the measures that the topic is about. */
  readonly measures: RegExp;
}

const iso = 'ISO/IEC 5259-2:2024';

/** Ids that are often confused: after a vendor's own errata, and between the two Chinese documents, whose numbers collide. */
export const misCited: readonly MisCited[] = [
  {
    topic: { zh: '类别不均衡（不是亮度均衡）', en: 'imbalance of classes (not brightness)' },
    standard: iso,
    wrong: 'Bal-ML-1',
    right: ['Bal-ML-3', 'Bal-ML-8'],
    measures: /class|balance|rarity|label/,
  },
  {
    topic: { zh: '取值质量（不是重复记录）', en: 'quality of values (not repeated records)' },
    standard: iso,
    wrong: 'Con-ML-1',
    right: ['Cre-ML-1', 'Acc-ML-4'],
    measures: /outlier|spike|noise|stuck|range/,
  },
  {
    topic: { zh: '格式混杂（不是重复记录）', en: 'mixed formats (not repeated records)' },
    standard: iso,
    wrong: 'Con-ML-1',
    right: ['Con-ML-3'],
    measures: /format|pattern|type/,
  },
  {
    topic: { zh: '样本相似与冗余（不是标签丰度）', en: 'likeness of samples (not abundance of labels)' },
    standard: iso,
    wrong: 'Div-ML-2',
    right: ['Sim-ML-1'],
    measures: /similar|redundan|cluster/,
  },
  {
    topic: { zh: '代表性（不是可识别个人）', en: 'representativeness (not identification of persons)' },
    standard: iso,
    wrong: 'Idn-ML-1',
    right: ['Rep-ML-1'],
    measures: /represent|coverage|drift/,
  },
  {
    topic: {
      zh: '条件多样性（不是标签有效性）',
      en: 'diversity of conditions (not effectiveness of labels)',
    },
    standard: iso,
    wrong: 'Eft-ML-3',
    right: ['Div-ML-1'],
    measures: /divers/,
  },
  {
    topic: {
      zh: '重复与唯一（0304 在 TC609 中是标注准确性）',
      en: 'uniqueness (0304 of TC609 is accuracy of annotation)',
    },
    standard: 'TC609-5-2025-04',
    wrong: '0304',
    right: ['0208'],
    measures: /unique|duplicate|identifier/,
  },
  {
    topic: {
      zh: '脏数据（0305 在 TC609 中是模型适配性）',
      en: 'dirty data (0305 of TC609 is suitability for models)',
    },
    standard: 'TC609-5-2025-04',
    wrong: '0305',
    right: ['0208'],
    measures: /./,
  },
];
