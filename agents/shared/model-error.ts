import { type Sentence, ZhujiError } from '../../src/workspace/index.ts';
import type { ModelIdentity } from './model.ts';

/** What a client of an endpoint throws, as far as it says something. */
interface Failure {
  readonly status?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
}

const recoveries = {
  refused: {
    en: 'Check OPENAI_API_KEY: the endpoint refused it.',
    zh: '请检查 OPENAI_API_KEY：端点拒绝了该密钥。',
  },
  unknown: {
    en: 'Check OPENAI_BASE_URL and ZHUJI_MODEL: the endpoint knows no such path or model.',
    zh: '请检查 OPENAI_BASE_URL 与 ZHUJI_MODEL：端点上没有该路径或模型。',
  },
  overLimit: {
    en: 'Wait and ask again, or raise the quota: the endpoint is over its limit.',
    zh: '请稍后重试或提高配额：端点已达到用量上限。',
  },
  unsupported: {
    en: 'Use a model that supports tool calls; the endpoint refused the request.',
    zh: '请使用支持工具调用的模型：端点拒绝了该请求。',
  },
  failed: { en: 'Ask again later: the endpoint failed.', zh: '请稍后重试：端点发生故障。' },
  slow: {
    en: 'Ask again, or use a faster endpoint: it did not answer in time.',
    zh: '请重试或改用更快的端点：端点未在规定时间内应答。',
  },
  unreachable: {
    en: 'Check that OPENAI_BASE_URL can be reached from here, or unset it to use the reference policy.',
    zh: '请检查本机能否访问 OPENAI_BASE_URL，或取消设置以使用参考策略。',
  },
} as const satisfies Record<string, Sentence>;

function recoveryFor(status: number | undefined, name: string): Sentence {
  if (status === 401 || status === 403) return recoveries.refused;
  if (status === 404) return recoveries.unknown;
  if (status === 429) return recoveries.overLimit;
  if (status === 400 || status === 422) return recoveries.unsupported;
  if (status !== undefined) return recoveries.failed;
  if (/timeout/i.test(name)) return recoveries.slow;
  return recoveries.unreachable;
}

/** What went wrong between here and a model, as `model_unavailable`. Names no key. */
export function modelError(error: unknown, model: ModelIdentity): ZhujiError {
  if (ZhujiError.is(error)) return error;
  const { status, name, message } = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const code = typeof status === 'number' ? status : undefined;
  const kind = `${String(name ?? '')} ${String(message ?? error)}`;
  const reason = withoutKeys(String(message ?? error));
  return new ZhujiError(
    'model_unavailable',
    {
      en: `The model "${model.name}" did not answer${code === undefined ? '' : ` (HTTP ${code})`}: ${reason}`,
      zh: `模型“${model.name}”未应答${code === undefined ? '' : `（HTTP ${code}）`}：${reason}`,
    },
    {
      recovery: recoveryFor(code, kind),
      details: { model: model.name, ...(code !== undefined && { status: code }) },
      cause: error,
    },
  );
}

/** Endpoints repeat the key that they refused. */
const withoutKeys = (text: string) => text.replace(/\b(sk|key|Bearer)[-_ ][\w*.-]{6,}/gi, '$1-…');
