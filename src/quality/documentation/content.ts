import type { Field } from '../../workspace/index.ts';
import { cardMeasure } from './card-measure.ts';
import { type DocumentedItem, declared, fieldsOf, saysCard } from './item.ts';

/** Records of each class, or the spread of a quantity that is to be predicted. */
const counted = ({ classes, type, statistics }: Field): boolean =>
  classes !== undefined || ((type === 'integer' || type === 'number') && statistics?.mean !== undefined);

const items: readonly DocumentedItem[] = [
  {
    name: { zh: '模态', en: 'modality' },
    from: 'recordSet',
    declare: null,
    known: (source) => fieldsOf(source).length > 0,
  },
  {
    name: { zh: '数据分布', en: 'distribution' },
    from: 'recordSet.field.annotation, zhuji:distribution',
    declare: 'card.distribution',
    known: (source) =>
      fieldsOf(source).some(({ statistics }) => statistics !== undefined) || saysCard(source, 'distribution'),
  },
  {
    name: { zh: '标签统计', en: 'label statistics' },
    from: 'zhuji:classes, recordSet.field.annotation, zhuji:labelStatistics',
    declare: 'card.labelStatistics',
    known: (source) => {
      const labels = fieldsOf(source).filter(({ role }) => role === 'label');
      return (labels.length > 0 && labels.every(counted)) || saysCard(source, 'labelStatistics');
    },
  },
  declared({ zh: '样本示例', en: 'sample records' }, 'samples', 'zhuji:samples'),
  declared({ zh: '局限性', en: 'limitations' }, 'limitations', 'rai:dataLimitations'),
];

const field = { id: 'a', name: 'a', description: {}, unit: null };
const statistics = { count: 2, missing: 0, distinct: 2 };

export const cardContent = cardMeasure(
  'card_content',
  '0102',
  { zh: '内容特征说明完整率', en: 'Completeness of the description of content' },
  items,
  {
    entry: {
      recordSets: [
        {
          id: 'a',
          title: {},
          rows: 2,
          fields: [{ ...field, type: 'string', role: 'label', statistics }],
        },
      ],
      publication: { card: { limitations: { en: 'Simulated.' }, samples: {} } },
    },
    known: 3,
    source: 'by hand: modality, distribution and limitations of five; the classes are not counted',
  },
);
