import { type ErrorCode, type Language, ZhujiError } from '../workspace/index.ts';
import { visible } from './untrusted.ts';

/** What an agent is told of an error, as the JSON of an `isError` result. */
export interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly recovery: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly suggested_tool?: string;
  readonly valid_values?: readonly string[];
  readonly did_you_mean?: readonly string[];
}

const retryable: ReadonlySet<ErrorCode> = new Set(['locked', 'timeout', 'stale', 'model_unavailable']);
const longest = 500;
const mostValues = 50;

const names = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string').slice(0, mostValues) : [];

const brief = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const inside: Readonly<Record<Language, { message: string; recovery: string }>> = {
  en: {
    message: 'The call failed for a reason inside the server',
    recovery: 'Try a narrower call; whoever runs the server finds the reason in its log.',
  },
  zh: { message: '服务器内部原因导致调用失败', recovery: '请缩小请求范围；服务器运行者可在日志中找到原因。' },
};

/**
 * The failure that an error amounts to. What is not a {@link ZhujiError} tells nothing of the inside: `internal`.
 * `suggested` names, per code, the tool that helps.
 */
export function failureOf(
  error: unknown,
  suggested: Readonly<Partial<Record<ErrorCode, string>>> = {},
  language: Language = 'en',
): Failure {
  if (!ZhujiError.is(error)) {
    return { code: 'internal', ...inside[language], retryable: false };
  }
  const { message, recovery } = error.in(language);
  const { details } = error;
  const [valid, meant] = [names(details['valid_values']), names(details['did_you_mean'])];
  const tool =
    typeof details['suggested_tool'] === 'string' ? details['suggested_tool'] : suggested[error.code];
  const failure: Failure = {
    code: error.code,
    message: brief(message),
    recovery: brief(recovery),
    retryable: retryable.has(error.code),
    ...(tool && { suggested_tool: tool }),
    ...(valid.length > 0 && { valid_values: valid.map(brief) }),
    ...(meant.length > 0 && { did_you_mean: meant.map(brief) }),
  };
  return visible(failure) as Failure;
}
