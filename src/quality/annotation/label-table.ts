import type { Scale, Value } from '../../methods/agreement/index.ts';
import type { Notice } from '../../tables/index.ts';
import type { Cell } from '../../workspace/index.ts';

export interface GivenLabel {
  /** Place in the list of annotators. */
  readonly annotator: number;
  readonly label: Value;
}

export interface LabelledItem {
  readonly id: string;
  readonly labels: readonly GivenLabel[];
}

/** Labels that several annotators gave to the same items. */
export interface LabelTable {
  readonly file: string;
  /** `long`: one row for each label; `wide`: one row for each item. */
  readonly form: 'long' | 'wide';
  readonly scale: Scale;
  readonly annotators: readonly string[];
  readonly items: readonly LabelledItem[];
  /** Items to which an annotator gave two different labels; the later one counts. */
  readonly relabelled: readonly string[];
  readonly notices: readonly Notice[];
}

/** A cell as a label: numbers of scales that reckon with them, else text without blanks around and in one form of its characters. */
export function labelIn(cell: Cell, scale: Scale): Value | null {
  if (cell === null) return null;
  const text = String(cell).normalize('NFKC').trim();
  if (text === '') return null;
  const number = Number(text);
  return scale === 'nominal' || !Number.isFinite(number) ? text : number;
}
