import type { Notice, NoticeCode } from '../types.ts';

export function notice(code: NoticeCode, en: string, zh: string, where: Notice['where'] = {}): Notice {
  return { code, message: { en, zh }, where };
}
