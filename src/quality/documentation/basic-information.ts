import { cardMeasure } from './card-measure.ts';
import { type DocumentedItem, declared, fieldsOf, saysCard } from './item.ts';

const items: readonly DocumentedItem[] = [
  {
    name: { zh: '规模', en: 'scale' },
    from: 'distribution.contentSize',
    declare: null,
    known: ({ entry }) => entry.files.length > 0 && entry.recordSets.length > 0,
  },
  {
    name: { zh: '格式', en: 'format' },
    from: 'distribution.encodingFormat',
    declare: null,
    known: ({ entry: { files } }) =>
      files.length > 0 &&
      files.every(({ mediaType }) => mediaType !== '' && mediaType !== 'application/octet-stream'),
  },
  {
    name: { zh: '文件结构', en: 'file structure' },
    from: 'recordSet.field',
    declare: null,
    known: (source) => fieldsOf(source).length > 0,
  },
  {
    name: { zh: '获取渠道', en: 'access' },
    from: 'url, conditionsOfAccess',
    declare: 'card.access',
    known: (source) => source.entry.publication?.url !== undefined || saysCard(source, 'access'),
  },
  declared({ zh: '技术支持', en: 'technical support' }, 'support', 'contactPoint, maintainer'),
];

export const cardBasicInformation = cardMeasure(
  'card_basic_information',
  '0101',
  { zh: '基本信息完整率', en: 'Completeness of the basic information' },
  items,
  {
    entry: {
      files: [{ path: 'a.csv', bytes: 12, sha256: 'a'.repeat(64), mediaType: 'text/csv' }],
      recordSets: [{ id: 'a', title: {}, rows: 0, fields: [] }],
      publication: { url: 'https://example.org/a' },
    },
    known: 3,
    source: 'by hand: scale, format and access of five; a table without fields has no structure',
  },
);
