import { SystemMessage } from '@langchain/core/messages';
import { createAgent, toolStrategy } from 'langchain';
import { z } from 'zod';
import { languageOf, ZhujiError } from '../../src/workspace/index.ts';
import type { Agent, AnswerBase } from './agent.ts';
import type { Connection } from './connection.ts';
import { createBudget, defaultLimits, type Limits, Stopped, type StopReason } from './limits.ts';
import { loopMiddleware, type Step } from './loop.ts';
import type { Model, ModelIdentity } from './model.ts';
import { answerTool } from './reference-model.ts';

export interface RunOptions<Answer extends AnswerBase> {
  readonly agent: Agent<Answer>;
  readonly question: string;
  readonly connection: Connection;
  readonly model: Model;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** Told of each call of a tool as soon as its result is there. */
  readonly onStep?: (step: Step) => void;
}

export interface Run<Answer extends AnswerBase = AnswerBase> {
  /** `null` where the run stopped before there was one. */
  readonly answer: Answer | null;
  readonly text: string;
  readonly steps: readonly Step[];
  /** `tokens` is 0 for the reference policy. */
  readonly usage: { readonly turns: number; readonly tokens: number };
  readonly model: ModelIdentity;
  readonly stopped?: { readonly reason: StopReason; readonly message: string };
}

/**
 * Asks an agent one question. Every kind of model goes through the same loop with the same prompt and tools. A run that
 * meets a limit or is cancelled ends its calls and says so in `stopped`. Errors: `invalid_argument` for a blank question;
 * `model_unavailable`; `internal` where the connection broke.
 */
export async function runAgent<Answer extends AnswerBase>(options: RunOptions<Answer>): Promise<Run<Answer>> {
  const { agent, question, connection, model, onStep } = options;
  if (question.trim() === '') throw blankQuestion();
  const limits = { ...defaultLimits, ...options.limits };
  const budget = createBudget(limits);
  const time = AbortSignal.timeout(limits.milliseconds);
  const signal = options.signal ? AbortSignal.any([options.signal, time]) : time;
  const steps: Step[] = [];
  const record = (step: Step) => {
    steps.push(step);
    onStep?.(step);
  };
  const identity = { kind: model.kind, name: model.name };
  const run = (answer: Answer | null, text: string) => ({
    answer,
    text,
    steps,
    usage: { turns: budget.used.turns, tokens: budget.used.tokens },
    model: identity,
  });
  try {
    signal.throwIfAborted();
    const loop = createAgent({
      model: model.chat(agent),
      tools: connection.tools(),
      // As a message: a bare string would be sent in parts, which not every endpoint takes.
      systemPrompt: new SystemMessage(agent.systemPrompt(languageOf(question))),
      responseFormat: toolStrategy(answerFormat(agent)),
      middleware: [loopMiddleware({ connection, model: identity, budget, signal, record })],
    });
    const state = await loop.invoke(
      { messages: [{ role: 'user', content: question }] },
      { signal, recursionLimit: 4 * limits.turns + 10 },
    );
    const answer = agent.answerSchema.parse(
      (state as { readonly structuredResponse?: unknown }).structuredResponse,
    );
    return run(answer, answer.text);
  } catch (error) {
    const stopped = stopOf(error, options.signal, time, limits);
    if (stopped) return { ...run(null, stopped.reason === 'no_answer' ? stopped.message : ''), stopped };
    throw causeOf(error, ZhujiError.is) ?? error;
  }
}

const blankQuestion = () =>
  new ZhujiError(
    'invalid_argument',
    { en: 'The question is empty.', zh: '问题为空。' },
    {
      recovery: {
        en: 'Write what the agent is to find out, and about which dataset and record.',
        zh: '请写明要查明的内容，以及所涉及的数据集与记录。',
      },
    },
  );

/** JSON Schema of the answer, titled so that every model is offered it under one name. */
const answerFormat = (agent: Agent) => ({
  ...z.toJSONSchema(agent.answerSchema),
  type: 'object' as const,
  title: answerTool,
  description: 'Hand in the final answer. Call it once, when the evidence is complete.',
});

function stopOf(
  error: unknown,
  signal: AbortSignal | undefined,
  time: AbortSignal,
  limits: Limits,
): Run['stopped'] | undefined {
  if (signal?.aborted) return { reason: 'cancelled', message: 'The run was cancelled' };
  if (time.aborted) {
    return { reason: 'milliseconds', message: `The limit of ${limits.milliseconds} milliseconds is reached` };
  }
  const stop = causeOf(error, (value): value is Stopped => value instanceof Stopped);
  if (stop) return { reason: stop.reason, message: stop.message };
  return error instanceof z.ZodError
    ? { reason: 'no_answer', message: `The answer is not of the agent's form: ${z.prettifyError(error)}` }
    : undefined;
}

/** The first error along the causes that `is` accepts: the loop wraps what is thrown inside it. */
function causeOf<T>(error: unknown, is: (value: unknown) => value is T): T | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (is(at)) return at;
  return undefined;
}
