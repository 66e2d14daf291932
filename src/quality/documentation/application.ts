import { cardMeasure } from './card-measure.ts';
import { type CardSource, type DocumentedItem, declared, isLinked, saysCard } from './item.ts';

const isNamedByScenario = ({ entry, scenarios }: CardSource): boolean =>
  scenarios.some(({ links }) => links.some(({ target }) => target === entry.id));

const items: readonly DocumentedItem[] = [
  {
    name: { zh: '使用许可', en: 'licence' },
    from: 'license',
    declare: 'license',
    known: ({ entry }) => entry.license !== null,
  },
  {
    name: { zh: '目标场景', en: 'target scenarios' },
    from: 'zhuji:link, rai:dataUseCases',
    declare: 'card.targetScenarios',
    known: (source) =>
      isLinked(source, 'addresses') || isNamedByScenario(source) || saysCard(source, 'targetScenarios'),
  },
  declared({ zh: '评估方法', en: 'evaluation method' }, 'evaluationMethod', 'zhuji:evaluationMethod'),
  declared({ zh: '基准结果', en: 'baseline results' }, 'baselineResults', 'zhuji:baselineResults'),
  {
    name: { zh: '典型案例', en: 'typical cases' },
    from: 'zhuji:link, zhuji:typicalCases',
    declare: 'card.typicalCases',
    known: (source) => isLinked(source, 'used') || saysCard(source, 'typicalCases'),
  },
];

export const cardApplication = cardMeasure(
  'card_application',
  '0104',
  { zh: '应用说明完整率', en: 'Completeness of the account of use' },
  items,
  {
    entry: {
      license: 'CC0-1.0',
      links: [{ relation: 'addresses', target: 'diagnosis' }],
      publication: { card: { evaluationMethod: { zh: '留出法' } } },
    },
    known: 3,
    source: 'by hand: licence, a scenario by a link, and evaluation method of five',
  },
);
