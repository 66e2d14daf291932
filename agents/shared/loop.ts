import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  ToolMessage,
  type UsageMetadata,
} from '@langchain/core/messages';
import { createMiddleware, ToolInvocationError } from 'langchain';
import type { Connection } from './connection.ts';
import { type Budget, Stopped } from './limits.ts';
import type { ModelIdentity } from './model.ts';
import { modelError } from './model-error.ts';
import { answerTool } from './reference-model.ts';

/** One call of a tool, as it happened. */
export interface Step {
  /** 1-based: which call of the model asked for it. */
  readonly turn: number;
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  /** The text that the model was shown. */
  readonly result: string;
  readonly milliseconds: number;
}

export interface LoopContext {
  readonly connection: Connection;
  readonly model: ModelIdentity;
  readonly budget: Budget;
  readonly signal: AbortSignal;
  readonly record: (step: Step) => void;
}

/** How often a model may correct itself within one turn. */
const corrections = 2;

/** What the project adds to LangChain's loop: limits, steps, and chances for a model that calls tools wrongly. */
export function loopMiddleware({ connection, model, budget, signal, record }: LoopContext) {
  return createMiddleware({
    name: 'zhuji',
    async wrapModelCall(request, handler) {
      let messages: BaseMessage[] = request.messages;
      for (let attempt = 0; ; attempt++) {
        budget.spend('turns');
        const response = await Promise.resolve(handler({ ...request, messages })).catch((error: unknown) => {
          signal.throwIfAborted();
          throw modelError(error, model);
        });
        const message = messageOf(response);
        if (!message) return response;
        budget.tokens(tokensOf(message));
        const correction = correctionOf(message);
        if (correction.length === 0) return response;
        if (attempt === corrections)
          throw new Stopped('no_answer', message.text || 'The model gave no answer');
        for (const failed of correction) {
          if (ToolMessage.isInstance(failed)) {
            const tool = failed.name ?? '';
            record({
              turn: budget.used.turns,
              tool,
              arguments: {},
              ok: false,
              result: failed.text,
              milliseconds: 0,
            });
          }
        }
        messages = [...messages, ...correction];
      }
    },
    async wrapToolCall(request, handler) {
      const { name, args, id = '' } = request.toolCall;
      budget.spend('toolCalls');
      const turn = budget.used.turns;
      const start = performance.now();
      const message = await Promise.resolve(handler(request)).catch(async (error: unknown) => {
        signal.throwIfAborted();
        // The loop checks arguments before the server does; the server's refusal is the one that says what to do.
        if (!ToolInvocationError.isInstance(error)) throw error;
        const { ok, text } = await connection.callTool(name, args, signal);
        return new ToolMessage({ name, content: text, status: ok ? 'success' : 'error', tool_call_id: id });
      });
      if (ToolMessage.isInstance(message)) {
        record({
          turn,
          tool: name,
          arguments: args,
          ok: message.status !== 'error',
          result: message.text,
          milliseconds: Math.round(performance.now() - start),
        });
      }
      return message;
    },
  });
}

const tokensOf = ({ usage_metadata: usage }: { usage_metadata?: unknown }): number =>
  (usage as UsageMetadata | undefined)?.total_tokens ?? 0;

/** The model's message, which a handler gives bare or, with an answer, among others. */
function messageOf(response: unknown): AIMessage | undefined {
  if (AIMessage.isInstance(response)) return response;
  const { messages } = response as { readonly messages?: readonly BaseMessage[] };
  return messages?.find((message) => AIMessage.isInstance(message));
}

/** What to tell a model that called nothing, or nothing readable. Empty where there is something to go on with. */
function correctionOf(message: AIMessage): BaseMessage[] {
  if ((message.tool_calls ?? []).length > 0) return [];
  const broken = message.invalid_tool_calls ?? [];
  if (broken.length === 0) {
    return [message, new HumanMessage(`Call a tool, or hand in the answer by calling ${answerTool}.`)];
  }
  const calls = broken.map(({ id, name, args }, place) => ({
    id: id ?? `broken_${place}`,
    name: name ?? answerTool,
    raw: args ?? '',
  }));
  return [
    new AIMessage({
      content: message.content,
      tool_calls: calls.map(({ id, name }) => ({ type: 'tool_call', id, name, args: {} })),
    }),
    ...calls.map(
      ({ id, name, raw }) =>
        new ToolMessage({
          name,
          tool_call_id: id,
          status: 'error',
          content: JSON.stringify({
            code: 'invalid_argument',
            message: `The arguments are not one JSON object: ${raw.slice(0, 200)}`,
            recovery: 'Call the tool again with arguments that are valid JSON.',
          }),
        }),
    ),
  ];
}
