import { type CardItem, cardItems, type DataCard, type Text } from '../../../workspace/index.ts';
import { bilingualOf, literalsOf, nodesOf, textOf } from './access.ts';
import type { Node } from './node.ts';
import { writeText } from './write-field.ts';

type Json = Record<string, unknown>;

/** The property that carries an item; the first is written, all are read. */
const properties: Readonly<Record<CardItem, readonly [written: string, ...others: string[]]>> = {
  access: ['sc:conditionsOfAccess'],
  support: ['sc:contactPoint', 'sc:maintainer', 'rai:dataReleaseMaintenancePlan'],
  distribution: ['zhuji:distribution'],
  labelStatistics: ['zhuji:labelStatistics'],
  samples: ['zhuji:samples'],
  limitations: ['rai:dataLimitations'],
  processing: ['rai:dataPreprocessingProtocol', 'rai:dataManipulationProtocol'],
  annotationRules: ['rai:dataAnnotationProtocol'],
  targetScenarios: ['rai:dataUseCases'],
  evaluationMethod: ['zhuji:evaluationMethod'],
  baselineResults: ['zhuji:baselineResults'],
  typicalCases: ['zhuji:typicalCases'],
};

export function writeCard(card: DataCard): Json {
  return Object.fromEntries(
    cardItems.flatMap((item) => {
      const text = card[item] && writeText(card[item]);
      if (text === undefined) return [];
      const value = item === 'support' ? { '@type': 'sc:ContactPoint', description: text } : text;
      return [[properties[item][0].replace(/^sc:/, ''), value]];
    }),
  );
}

const isFilled = (text: Text): boolean => text.zh !== undefined || text.en !== undefined;

/** What a property says; several texts of one language are one, a text for each line. */
function read(dataset: Node, property: string): Text {
  const literals = literalsOf(dataset, property);
  if (literals.length > 0) {
    const said = { zh: '', en: '' };
    for (const { value, language = 'en' } of literals) {
      const place = /^zh\b/i.test(language) ? 'zh' : 'en';
      said[place] += `${said[place] && '\n'}${String(value)}`;
    }
    return { ...(said.zh && { zh: said.zh }), ...(said.en && { en: said.en }) };
  }
  const [node] = nodesOf(dataset, property);
  if (!node) return {};
  const description = bilingualOf(node, 'sc:description');
  if (isFilled(description)) return description;
  const reached = textOf(node, 'sc:email', 'sc:url', 'sc:name') ?? node.id;
  return reached === undefined ? {} : { en: reached };
}

/** The data card of a document, as far as it has one. */
export function readCard(dataset: Node): DataCard | undefined {
  const found = cardItems.flatMap((item) => {
    const text = properties[item].map((property) => read(dataset, property)).find(isFilled);
    return text ? [[item, text] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
