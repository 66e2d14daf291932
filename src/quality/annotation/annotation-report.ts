import { fleissKappa, krippendorffAlpha, type Scale, type Value } from '../../methods/agreement/index.ts';
import { type Rng, seeded } from '../../methods/index.ts';
import type { Text } from '../../workspace/index.ts';
import { type ClassAgreement, classAgreement } from './classes.ts';
import { type Coefficient, coefficient } from './coefficient.ts';
import { disagreementOf, majorities, votesOf } from './items.ts';
import type { LabelledItem, LabelTable } from './label-table.ts';
import { type PairAgreement, pairAgreement } from './pairs.ts';

const mostPairs = 100;
const mostClasses = 50;
const mostItems = 10;

export interface ItemLabels {
  readonly item: string;
  /** By annotator; the first twenty. */
  readonly labels: readonly { readonly annotator: string; readonly label: Value }[];
}

export interface AnnotationReport {
  readonly file: string;
  readonly form: 'long' | 'wide';
  readonly scale: Scale;
  readonly items: number;
  /** Items with two labels or more, on which agreement rests. */
  readonly compared: number;
  readonly annotators: number;
  readonly labels: number;
  /** Share of equal pairs of labels of the same item; `null` where no item has two. */
  readonly equal: number | null;
  readonly alpha: Coefficient;
  readonly fleiss: Coefficient;
  /** Classes with the most labels, of nominal and ordinal scales. */
  readonly classes: readonly ClassAgreement[];
  readonly classesLeftOut: number;
  readonly pairs: readonly PairAgreement[];
  readonly pairsLeftOut: number;
  /** Items with most disagreement, ten at most, and how many have any. */
  readonly disputed: readonly (ItemLabels & { readonly disagreement: number })[];
  readonly disputedCount: number;
  readonly majority: {
    readonly unanimous: number;
    readonly majority: number;
    readonly tied: number;
    readonly single: number;
    /** Ten items at most without a majority. */
    readonly ties: readonly string[];
  };
  readonly relabelledCount: number;
  /** Ten items at most that an annotator labelled twice, differently. */
  readonly relabelled: readonly string[];
  readonly notices: readonly Text[];
}

export interface AnnotationOptions {
  /** Of the intervals, e.g. 0.95. */
  readonly level?: number;
  readonly rng?: Rng;
}

/** How far the annotators of a table agree: overall, by class, by pair and by item. Errors: `invalid_argument` (labels not on the scale). */
export function annotationReport(
  table: LabelTable,
  { level = 0.95, rng = seeded(1) }: AnnotationOptions = {},
): AnnotationReport {
  const { scale, items } = table;
  const ratings = items.map(({ labels }) => labels.map(({ label }) => label));
  const numbers = new Set(ratings.map((labels) => labels.length).filter((count) => count > 0));
  const ranked = scale === 'nominal' || scale === 'ordinal';
  const classes = ranked ? classAgreement(table) : [];
  const { pairs, leftOut } = pairAgreement(table, mostPairs, level, rng);
  const disputed = items
    .map((item) => ({ item, disagreement: disagreementOf(item, table) }))
    .filter(({ disagreement }) => disagreement > 0)
    .sort((a, b) => b.disagreement - a.disagreement);
  return {
    file: table.file,
    form: table.form,
    scale,
    items: items.length,
    compared: ratings.filter((labels) => labels.length >= 2).length,
    annotators: table.annotators.length,
    labels: ratings.reduce((sum, labels) => sum + labels.length, 0),
    equal: equalPairs(table),
    alpha: coefficient(krippendorffAlpha(ratings, scale, rng, { level })),
    fleiss: fleissOf(ratings, scale, numbers, level, rng),
    classes: classes.slice(0, mostClasses),
    classesLeftOut: Math.max(0, classes.length - mostClasses),
    pairs,
    pairsLeftOut: leftOut,
    disputed: disputed
      .slice(0, mostItems)
      .map(({ item, disagreement }) => ({ ...named(item, table), disagreement })),
    disputedCount: disputed.length,
    majority: majorityCounts(table),
    relabelledCount: table.relabelled.length,
    relabelled: table.relabelled.slice(0, mostItems),
    notices: table.notices.map(({ message }) => message),
  };
}

function fleissOf(
  ratings: readonly (readonly Value[])[],
  scale: Scale,
  numbers: ReadonlySet<number>,
  level: number,
  rng: Rng,
): Coefficient {
  if (scale !== 'nominal') return { status: 'not_measured', reason: 'not_nominal' };
  if (numbers.size !== 1) return { status: 'not_measured', reason: 'unequal_numbers' };
  if (numbers.has(1)) return { status: 'not_measured', reason: 'no_item_with_two_labels' };
  return coefficient(fleissKappa(ratings, rng, { level }));
}

function equalPairs(table: LabelTable): number | null {
  let [equal, all] = [0, 0];
  for (const item of table.items) {
    for (const count of votesOf(item).values()) equal += count * (count - 1);
    all += item.labels.length * (item.labels.length - 1);
  }
  return all > 0 ? equal / all : null;
}

function named({ id, labels }: LabelledItem, { annotators }: LabelTable): ItemLabels {
  return {
    item: id,
    labels: labels
      .slice(0, 20)
      .map(({ annotator, label }) => ({ annotator: annotators[annotator] ?? '', label })),
  };
}

function majorityCounts(table: LabelTable): AnnotationReport['majority'] {
  const all = majorities(table);
  const several = all.filter(({ labels }) => labels >= 2);
  const ties = several.filter(({ label }) => label === null);
  const unanimous = several.filter(({ votes, labels }) => votes === labels).length;
  return {
    unanimous,
    majority: several.length - unanimous - ties.length,
    tied: ties.length,
    single: all.length - several.length,
    ties: ties.slice(0, mostItems).map(({ item }) => item),
  };
}
