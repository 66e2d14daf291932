/** The two languages in which everything a person reads is written. */
export type Language = 'zh' | 'en';

/** A text in one or both languages. */
export interface Text {
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
}

/** The text in `language`, or in the other one where that is missing, or `''`. */
export function textIn(text: Text, language: Language): string {
  const other = language === 'zh' ? text.en : text.zh;
  return text[language] ?? other ?? '';
}

/** `zh` when a fifth or more of the letters are Han characters. */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return han > 0 && han >= letters / 5 ? 'zh' : 'en';
}
