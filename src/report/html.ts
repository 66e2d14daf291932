/** HTML that is safe to put into a page: only {@link html} makes it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template takes: text is escaped, `null`, `undefined` and booleans are nothing, lists are joined. */
export type Content = Html | string | number | boolean | null | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters, bidirectional overrides and lone surrogates: they can make a page read as what it does not say. */
const deceptive = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu;

/** Escaped for element content and for quoted attributes. Characters that deceive the eye become U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replace(deceptive, (character) => (/[\t\n\r]/.test(character) ? character : '\ufffd'))
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function write(content: Content): string {
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  if (Array.isArray(content)) return content.map(write).join('');
  return '';
}

/** A template whose every inserted value is escaped. Attributes must be quoted in the template. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0] ?? '';
  values.forEach((value, place) => {
    text += write(value) + (parts[place + 1] ?? '');
  });
  return new Html(text);
}
