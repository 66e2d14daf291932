import { ZhujiError } from '../../src/workspace/index.ts';
import type { ModelIdentity } from './model.ts';

/** What a client of an endpoint throws, as far as it says something. */
interface Failure {
  readonly status?: unknown;
  readonly name?: unknown;
  readonly message?: unknown;
}

function recoveryFor(status: number | undefined, name: string): string {
  if (status === 401 || status === 403) return 'Check OPENAI_API_KEY: the endpoint refused it.';
  if (status === 404)
    return 'Check OPENAI_BASE_URL and ZHUJI_MODEL: the endpoint knows no such path or model.';
  if (status === 429) return 'Wait and ask again, or raise the quota: the endpoint is over its limit.';
  if (status === 400 || status === 422)
    return 'Use a model that supports tool calls; the endpoint refused the request.';
  if (status !== undefined) return 'Ask again later: the endpoint failed.';
  if (/timeout/i.test(name)) return 'Ask again, or use a faster endpoint: it did not answer in time.';
  return 'Check that OPENAI_BASE_URL can be reached from here, or unset it to use the reference policy.';
}

/** What went wrong between here and a model, as `model_unavailable`. Names no key. */
export function modelError(error: unknown, model: ModelIdentity): ZhujiError {
  if (ZhujiError.is(error)) return error;
  const { status, name, message } = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const code = typeof status === 'number' ? status : undefined;
  const kind = `${String(name ?? '')} ${String(message ?? error)}`;
  return new ZhujiError(
    'model_unavailable',
    `The model "${model.name}" did not answer${code === undefined ? '' : ` (HTTP ${code})`}: ${withoutKeys(String(message ?? error))}`,
    {
      recovery: recoveryFor(code, kind),
      details: { model: model.name, ...(code !== undefined && { status: code }) },
      cause: error,
    },
  );
}

/** Endpoints repeat the key that they refused. */
const withoutKeys = (text: string) => text.replace(/\b(sk|key|Bearer)[-_ ][\w*.-]{6,}/gi, '$1-…');
