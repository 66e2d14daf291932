import { ZhujiError } from '../workspace/index.ts';

/** What one server spends at most. */
export interface Limits {
  /** Estimated tokens that an answer aims at. */
  readonly answerTokens: number;
  /** Estimated tokens that no answer exceeds. */
  readonly answerTokensCap: number;
  /** Characters of a call's arguments as JSON. */
  readonly argumentCharacters: number;
  /** Characters of one resource. */
  readonly resourceCharacters: number;
  /** Tool calls that run at once; further ones wait. */
  readonly concurrentCalls: number;
  /** Calls that wait at most; one more is refused. */
  readonly waitingCalls: number;
  /** Milliseconds from the arrival of a call to its answer. */
  readonly callMilliseconds: number;
}

export const defaultLimits: Limits = {
  answerTokens: 6_000,
  answerTokensCap: 20_000,
  argumentCharacters: 16 * 1024,
  resourceCharacters: 400_000,
  concurrentCalls: 8,
  waitingCalls: 256,
  callMilliseconds: 30_000,
};

const variables = {
  ZHUJI_ANSWER_TOKENS: 'answerTokens',
  ZHUJI_CALL_TIMEOUT_MS: 'callMilliseconds',
  ZHUJI_CONCURRENT_CALLS: 'concurrentCalls',
} as const satisfies Record<string, keyof Limits>;

/**
 * The limits that an environment sets: `ZHUJI_ANSWER_TOKENS` (at most the cap), `ZHUJI_CALL_TIMEOUT_MS`,
 * `ZHUJI_CONCURRENT_CALLS`. Errors: `configuration`.
 */
export function limitsFrom(environment: Readonly<Record<string, string | undefined>>): Partial<Limits> {
  const entries = Object.entries(variables).flatMap(([variable, name]) => {
    const text = environment[variable]?.trim();
    if (!text) return [];
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) {
      throw new ZhujiError(
        'configuration',
        {
          en: `${variable} is "${text}", not a positive whole number`,
          zh: `${variable} 为“${text}”，不是正整数`,
        },
        {
          recovery: {
            en: `Set ${variable} to a number such as ${defaultLimits[name]}, or unset it.`,
            zh: `请将 ${variable} 设为 ${defaultLimits[name]} 之类的数值，或取消设置。`,
          },
        },
      );
    }
    return [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Complete limits. Errors: `configuration` where an answer would aim beyond the cap, or the cap beyond 20,000 tokens. */
export function resolveLimits(limits: Partial<Limits> = {}): Limits {
  const all = { ...defaultLimits, ...limits };
  if (all.answerTokensCap > defaultLimits.answerTokensCap || all.answerTokens > all.answerTokensCap) {
    throw new ZhujiError(
      'configuration',
      {
        en: `answers of ${all.answerTokens} tokens (cap ${all.answerTokensCap}) are beyond what clients accept`,
        zh: `每次应答 ${all.answerTokens} 个 token（上限 ${all.answerTokensCap}）超出客户端可接受的范围`,
      },
      {
        recovery: {
          en: `Ask for at most ${defaultLimits.answerTokensCap} tokens.`,
          zh: `请设为不超过 ${defaultLimits.answerTokensCap} 个 token。`,
        },
      },
    );
  }
  return all;
}
