import type { Language } from '../../src/workspace/index.ts';

export const say = (language: Language, en: string, zh: string): string => (language === 'zh' ? zh : en);

/** A number for people: five significant digits. The structured answer has it unrounded. */
export const shown = (value: number): string => String(Number(value.toPrecision(5)));

export const list = (language: Language, items: readonly string[]): string =>
  items.join(language === 'zh' ? '、' : ', ');

/** The text as a pattern that matches nothing else. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
