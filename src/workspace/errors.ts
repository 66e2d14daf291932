/** Every code that a {@link ZhujiError} may carry. The set is public and pinned by a test. */
export const errorCodes = [
  'invalid_argument',
  'not_found',
  'already_exists',
  'not_a_workspace',
  'unreadable_file',
  'unsupported_format',
  'invalid_metadata',
  'too_large',
  'stale',
  'locked',
  'denied',
  'configuration',
  'model_unavailable',
  'cancelled',
  'timeout',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorOptions {
  /** What the reader can do about it, one sentence. */
  readonly recovery?: string;
  /** Where and with what: file, line, field, value. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error of this project: a code, what was wrong and where, and what to do. */
export class ZhujiError extends Error {
  readonly code: ErrorCode;
  readonly recovery: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ZhujiError';
    this.code = code;
    this.recovery = options.recovery ?? '';
    this.details = options.details ?? {};
  }

  static is(value: unknown): value is ZhujiError {
    return value instanceof Error && value.name === 'ZhujiError' && 'code' in value;
  }
}
