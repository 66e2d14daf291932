import type { Finding, MeasureResult } from '../../workspace/index.ts';
import { cardApplication } from './application.ts';
import { cardBasicInformation } from './basic-information.ts';
import { type CardMeasure, measureCard } from './card-measure.ts';
import { cardConstruction } from './construction.ts';
import { cardContent } from './content.ts';
import { documentationFinding } from './findings.ts';
import type { CardSource } from './item.ts';

export { type CardMeasure, type CardVector, measureCard } from './card-measure.ts';
export type { CardSource, DocumentedItem } from './item.ts';

/** Of the dataset as a whole, from its description alone: indicators 0101 to 0104 of TC609-5-2025-04. */
export const cardMeasures: readonly CardMeasure[] = [
  cardBasicInformation,
  cardContent,
  cardConstruction,
  cardApplication,
];

export function measureDocumentation(source: CardSource): readonly MeasureResult[] {
  return cardMeasures.map((measure) => measureCard(measure, source));
}

/** One finding for each indicator that lacks something. */
export function documentationFindings(source: CardSource): readonly Finding[] {
  return cardMeasures.flatMap((measure) => documentationFinding(measure, source));
}
