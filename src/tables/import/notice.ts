import type { Notice, NoticeCode } from '../types.ts';

export function notice(code: NoticeCode, en: string, zh: string, where: Notice['where'] = {}): Notice {
  return { code, message: { en, zh }, where };
}

export const lastLineCut = (): Notice =>
  notice(
    'last_line_cut',
    'The file ends in the middle of its last line: it was probably cut.',
    '文件在最后一行中间结束，可能被截断。',
  );
