import type { Language, Text } from './text.ts';

/** Every code that a {@link ZhujiError} may carry, with its name in both languages. Public, pinned by a test. */
export const errorCodes = {
  invalid_argument: { en: 'invalid argument', zh: '参数无效' },
  not_found: { en: 'not found', zh: '未找到' },
  already_exists: { en: 'already exists', zh: '已存在' },
  not_a_workspace: { en: 'not a workspace', zh: '不是工作区' },
  unreadable_file: { en: 'unreadable file', zh: '文件无法读取' },
  unsupported_format: { en: 'unsupported format', zh: '不支持的格式' },
  invalid_metadata: { en: 'invalid metadata', zh: '元数据无效' },
  too_large: { en: 'too large', zh: '超出大小限制' },
  stale: { en: 'stale', zh: '内容已过期' },
  locked: { en: 'locked', zh: '已被锁定' },
  denied: { en: 'denied', zh: '拒绝访问' },
  configuration: { en: 'configuration', zh: '配置错误' },
  model_unavailable: { en: 'model unavailable', zh: '模型不可用' },
  cancelled: { en: 'cancelled', zh: '已取消' },
  timeout: { en: 'timeout', zh: '超时' },
  internal: { en: 'internal error', zh: '内部错误' },
} as const satisfies Record<string, Text>;

export type ErrorCode = keyof typeof errorCodes;

/** A sentence in both languages, or in English alone. */
export type Sentence = string | { readonly en: string; readonly zh: string };

export interface ErrorOptions {
  /** What the reader can do about it, one sentence. */
  readonly recovery?: Sentence;
  /** Where and with what: file, line, field, value. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

const english = (sentence: Sentence): string => (typeof sentence === 'string' ? sentence : sentence.en);

/** The one error of this project: a code, what was wrong and where, and what to do. */
export class ZhujiError extends Error {
  readonly code: ErrorCode;
  readonly recovery: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly #message: Sentence;
  readonly #recovery: Sentence;

  constructor(code: ErrorCode, message: Sentence, options: ErrorOptions = {}) {
    super(english(message), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ZhujiError';
    this.code = code;
    this.#message = message;
    this.#recovery = options.recovery ?? '';
    this.recovery = english(this.#recovery);
    this.details = options.details ?? {};
  }

  /** Message and recovery for a reader of `language`; the code's name leads where there is no translation. */
  in(language: Language): { message: string; recovery: string } {
    if (language === 'en') return { message: this.message, recovery: this.recovery };
    const [message, recovery] = [this.#message, this.#recovery];
    return {
      message: typeof message === 'string' ? `${errorCodes[this.code].zh}：${message}` : message.zh,
      recovery: typeof recovery === 'string' ? recovery : recovery.zh,
    };
  }

  static is(value: unknown): value is ZhujiError {
    return value instanceof ZhujiError;
  }
}
