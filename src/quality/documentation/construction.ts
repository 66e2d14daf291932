import { cardMeasure } from './card-measure.ts';
import { type DocumentedItem, declared, saysCard } from './item.ts';

const items: readonly DocumentedItem[] = [
  {
    name: { zh: '数据来源', en: 'source' },
    from: 'creator, url, prov:wasDerivedFrom',
    declare: 'creator',
    known: ({ entry: { publication: { creator, url, derivation } = {} } }) =>
      Boolean(creator ?? url ?? derivation),
  },
  {
    name: { zh: '采集方法', en: 'collection method' },
    from: 'rai:dataCollection',
    declare: 'provenance',
    known: ({ entry }) => Boolean(entry.publication?.provenance),
  },
  {
    name: { zh: '加工处理', en: 'processing' },
    from: 'prov:wasGeneratedBy, rai:dataPreprocessingProtocol',
    declare: 'card.processing',
    known: (source) => source.entry.publication?.derivation !== undefined || saysCard(source, 'processing'),
  },
  declared({ zh: '标注规则', en: 'annotation rules' }, 'annotationRules', 'rai:dataAnnotationProtocol'),
  {
    name: { zh: '版本记录', en: 'version record' },
    from: 'version',
    declare: 'version',
    known: ({ entry }) => entry.version !== '' && entry.hash !== '',
  },
];

export const cardConstruction = cardMeasure(
  'card_construction',
  '0103',
  { zh: '建设过程说明完整率', en: 'Completeness of the account of making' },
  items,
  {
    entry: {
      version: '',
      publication: { creator: 'Plant', provenance: 'Controller, one record a part', card: {} },
    },
    known: 2,
    source: 'by hand: source and collection method of five; a hash without a version is no version record',
  },
);
