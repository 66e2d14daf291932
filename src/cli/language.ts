import type { Language } from '../workspace/index.ts';

/** Chinese where the user's locale is Chinese. */
export function localeLanguage(): Language {
  const locale =
    process.env['LC_ALL'] ||
    process.env['LC_MESSAGES'] ||
    process.env['LANG'] ||
    Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The language of a command line that could not be read as a whole. */
export function languageOfWords(words: readonly string[]): Language {
  const [, named] = /(?:^|\n)--language[=\n](zh|en)(?:\n|$)/.exec(words.join('\n')) ?? [];
  return named === 'zh' || named === 'en' ? named : localeLanguage();
}
