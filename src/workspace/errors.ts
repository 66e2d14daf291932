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

/** A sentence in both languages. */
export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

export interface ErrorOptions {
  /** What the reader can do about it, one sentence. */
  readonly recovery?: Sentence;
  /** Where and with what: file, line, field, value. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

const nothing: Sentence = { en: '', zh: '' };

/** The one error of this project: a code, what was wrong and where, and what to do; `message` and `recovery` in English. */
export class ZhujiError extends Error {
  readonly code: ErrorCode;
  readonly recovery: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly #message: Sentence;
  readonly #recovery: Sentence;

  constructor(code: ErrorCode, message: Sentence, options: ErrorOptions = {}) {
    super(message.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ZhujiError';
    this.code = code;
    this.#message = message;
    this.#recovery = options.recovery ?? nothing;
    this.recovery = this.#recovery.en;
    this.details = options.details ?? {};
  }

  /** Message and recovery for a reader of `language`. */
  in(language: Language): { message: string; recovery: string } {
    return { message: this.#message[language], recovery: this.#recovery[language] };
  }

  static is(value: unknown): value is ZhujiError {
    return value instanceof ZhujiError;
  }
}
