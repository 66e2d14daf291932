import type { CardItem, DatasetEntry, Field, ScenarioEntry, Sentence } from '../../workspace/index.ts';

/** What the items of a data card are read from. */
export interface CardSource {
  readonly entry: DatasetEntry;
  /** The register of the workspace. */
  readonly scenarios: readonly ScenarioEntry[];
}

/** One of the five things that an indicator asks of a data card. */
export interface DocumentedItem {
  readonly name: Sentence;
  /** Property of the description that says it. */
  readonly from: string;
  /** Member of a declaration that says it; `null` where only the data can show it. */
  readonly declare: string | null;
  known(source: CardSource): boolean;
}

/** Whether the data card says something of it. */
export function saysCard({ entry }: CardSource, item: CardItem): boolean {
  const { zh, en } = entry.publication?.card?.[item] ?? {};
  return Boolean(zh || en);
}

/** An item that only a publisher can say. */
export function declared(name: Sentence, item: CardItem, from: string): DocumentedItem {
  return { name, from, declare: `card.${item}`, known: (source) => saysCard(source, item) };
}

export const fieldsOf = ({ entry }: CardSource): readonly Field[] =>
  entry.recordSets.flatMap(({ fields }) => fields);

export const isLinked = ({ entry }: CardSource, relation: string): boolean =>
  entry.links.some((link) => link.relation === relation);
