export interface Limits {
  /** Calls of the model. */
  readonly turns: number;
  readonly toolCalls: number;
  /** Tokens in and out, as the model reports them. */
  readonly tokens: number;
  /** Wall time of the whole run, in milliseconds. */
  readonly milliseconds: number;
}

export const defaultLimits: Limits = { turns: 25, toolCalls: 80, tokens: 400_000, milliseconds: 180_000 };

export type StopReason = keyof Limits | 'cancelled' | 'no_answer';

/** Why a run ended without an answer. */
export class Stopped extends Error {
  readonly reason: StopReason;

  constructor(reason: StopReason, message: string) {
    super(message);
    this.name = 'Stopped';
    this.reason = reason;
  }
}

export interface Budget {
  readonly used: { readonly turns: number; readonly toolCalls: number; readonly tokens: number };
  /** Counts one more; throws {@link Stopped} where the limit is reached. */
  spend(what: 'turns' | 'toolCalls'): void;
  tokens(count: number): void;
}

export function createBudget(limits: Limits): Budget {
  const used = { turns: 0, toolCalls: 0, tokens: 0 };
  const check = (what: keyof typeof used) => {
    if (used[what] >= limits[what])
      throw new Stopped(what, `The limit of ${limits[what]} ${what} is reached`);
  };
  return {
    used,
    spend(what) {
      check(what);
      check('tokens');
      used[what]++;
    },
    tokens(count) {
      used.tokens += count;
    },
  };
}
