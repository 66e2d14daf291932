import type { DatasetEntry, MeasureDefinition, MeasureResult, Sentence } from '../../workspace/index.ts';
import { gbt36344, ratio, tc609 } from '../measures/measure.ts';
import type { CardSource, DocumentedItem } from './item.ts';

/** What is stated of a dataset, and how many of the five items are known by it. */
export interface CardVector {
  readonly entry: Partial<DatasetEntry>;
  readonly known: number;
  readonly source: string;
}

/** One of the four indicators of documentation: of the dataset as a whole, from its description alone. */
export interface CardMeasure extends MeasureDefinition {
  readonly name: Sentence;
  readonly items: readonly DocumentedItem[];
  readonly vector: CardVector;
}

/** `indicator`: its number in TC609-5-2025-04. */
export function cardMeasure(
  id: string,
  indicator: string,
  name: Sentence,
  items: readonly DocumentedItem[],
  vector: CardVector,
): CardMeasure {
  return {
    id,
    version: 1,
    name,
    formula: {
      zh: `已说明的项数 / ${items.length}（${items.map((item) => item.name.zh).join('、')}）`,
      en: `items known / ${items.length} (${items.map((item) => item.name.en).join(', ')})`,
    },
    direction: 'higher_is_better',
    standards: [tc609(indicator, 'reported'), gbt36344('0103')],
    requires: [],
    items,
    vector,
  };
}

export function measureCard({ id, name, items }: CardMeasure, source: CardSource): MeasureResult {
  const known = items.filter((item) => item.known(source)).length;
  return { id, name, recordSet: '', result: ratio(known, items.length) };
}
