import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatOpenAI } from '@langchain/openai';
import { ZhujiError } from '../../src/workspace/index.ts';
import type { Agent } from './agent.ts';
import { ReferenceModel } from './reference-model.ts';

export interface ModelIdentity {
  readonly kind: 'reference-policy' | 'openai-compatible' | 'recorded';
  readonly name: string;
}

/** What thinks for an agent. All kinds go through the same loop, prompt and tools. */
export interface Model extends ModelIdentity {
  chat(agent: Agent): BaseChatModel;
}

/** The keyless decision procedure of each agent. It is no language model, and no report may call it one. */
export const referencePolicy: Model = {
  kind: 'reference-policy',
  name: 'reference-policy',
  chat: (agent) => new ReferenceModel(agent.procedure),
};

export interface EndpointOptions {
  readonly apiKey: string;
  readonly model: string;
  /** Default: the endpoint of OpenAI. */
  readonly baseUrl?: string;
  /** For one request, in milliseconds. Default 60,000. */
  readonly timeout?: number;
  /** How often a request that was refused for load is tried again; `retry-after` is kept. Default 2. */
  readonly retries?: number;
}

/** A model behind an OpenAI-compatible endpoint, asked at temperature 0 where it takes one. */
export function openaiCompatible(options: EndpointOptions): Model {
  const { apiKey, model, baseUrl, timeout = 60_000, retries = 2 } = options;
  return {
    kind: 'openai-compatible',
    name: model,
    chat: () =>
      new ChatOpenAI({
        apiKey,
        model,
        timeout,
        maxRetries: retries,
        ...(/^(o\d|gpt-[5-9])/.test(model) ? {} : { temperature: 0 }),
        configuration: { baseURL: baseUrl },
      }),
  };
}

/**
 * The endpoint that `OPENAI_API_KEY` or `OPENAI_BASE_URL` and `ZHUJI_MODEL` name, or the reference policy where none
 * is named. Errors: `configuration` where an endpoint is given without a model.
 */
export function chooseModel(env: Readonly<Record<string, string | undefined>>): Model {
  const [apiKey, baseUrl, model] = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'ZHUJI_MODEL'].map((name) =>
    env[name]?.trim(),
  );
  if (!apiKey && !baseUrl) {
    if (!model || model === referencePolicy.name) return referencePolicy;
    throw new ZhujiError(
      'configuration',
      {
        en: `ZHUJI_MODEL is "${model}", but no endpoint is given`,
        zh: `ZHUJI_MODEL 为“${model}”，但未给出端点`,
      },
      {
        recovery: {
          en: 'Set OPENAI_API_KEY, and OPENAI_BASE_URL for an endpoint of your own; or unset ZHUJI_MODEL.',
          zh: '请设置 OPENAI_API_KEY（自建端点另设 OPENAI_BASE_URL），或取消设置 ZHUJI_MODEL。',
        },
      },
    );
  }
  if (model === referencePolicy.name) return referencePolicy;
  if (!model) {
    throw new ZhujiError(
      'configuration',
      { en: 'An endpoint is given, but ZHUJI_MODEL is not set', zh: '已给出端点，但未设置 ZHUJI_MODEL' },
      {
        recovery: {
          en: `Set ZHUJI_MODEL to a model of that endpoint, or to "${referencePolicy.name}".`,
          zh: `请将 ZHUJI_MODEL 设为该端点上的模型，或设为“${referencePolicy.name}”。`,
        },
      },
    );
  }
  // Endpoints on one's own machine often want no key; the client insists on one.
  return openaiCompatible({ apiKey: apiKey || 'none', model, ...(baseUrl && { baseUrl }) });
}
