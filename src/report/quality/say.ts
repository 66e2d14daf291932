import type { Language, Text } from '../../workspace/index.ts';
import { type Content, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { code } from '../parts.ts';
import { inLanguage } from './words.ts';

/** A text in the language of the page, with `{name}` replaced by what is given for it. */
export type Say = (text: Text, given?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (text, given = {}) =>
    Object.entries(given).reduce(
      (all, [name, value]) =>
        all.replace(`{${name}}`, typeof value === 'number' ? formatNumber(value, 12) : value),
      inLanguage(text, language),
    );
}

/** Text with `names` in backticks set as code. */
export function marked(text: string): Content {
  return text.split('`').map((part, place) => (place % 2 === 1 ? code(part) : part));
}

/** Something that is folded away until it is asked for; `title` says how much it is. */
export function folded(title: Content, body: Content): Content {
  return html`<details><summary>${title}</summary>${body}</details>`;
}
