import { type Language, languageOf } from '../../../src/workspace/index.ts';
import type { Note } from '../answer.ts';
import type { TemperingFields } from '../evidence/fields.ts';
import type { Specification } from '../evidence/specification.ts';
import type { Asked } from '../question/read-question.ts';

/** One measurement: °C, h, hardness, and its row in the dataset. */
export interface Measurement {
  readonly row: number;
  readonly temperature: number;
  readonly time: number;
  readonly hardness: number;
}

/** Everything that the tools brought in, before anything is computed. Temperatures in °C, times in h. */
export interface Situation {
  readonly language: Language;
  readonly asked: Asked;
  readonly dataset: string;
  readonly hash: string;
  readonly fields: TemperingFields;
  readonly material: string;
  readonly rows: readonly Measurement[];
  readonly specification: Specification;
  readonly warnings: readonly Note[];
  readonly missing: readonly Note[];
}

/** Picks the sentence of the reader's language. */
export function say(language: Language, en: string, zh: string): string {
  return language === 'zh' ? zh : en;
}

/** Quotes what a document says, where it says it in the reader's language. */
export function quoted(language: Language, note: string): string {
  const same = note !== '' && languageOf(note) === language;
  return same ? say(language, ` (${note})`, `（${note}）`) : '';
}

/** At most `digits` decimals, no trailing zeros. */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
