import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { languageOf, ZhujiError } from '../../src/workspace/index.ts';
import type { AnswerBase } from './agent.ts';
import type { Procedure, ToolCall, ToolResult } from './procedure.ts';
import { toToolResult } from './tool-result.ts';

/** The tool through which every model hands in its answer. LangChain's loop knows such tools by the prefix `extract-`. */
export const answerTool = 'extract-answer';

interface CallOptions extends BaseChatModelCallOptions {
  readonly tools?: readonly BindToolsInput[];
}

const callId = (turn: number, place: number) => `reference_${turn}_${place}`;

/**
 * A decision procedure in the shape of a chat model, so that the loop sees no difference. It is no language model: at
 * each turn it runs the procedure again over the tool messages so far and asks for the calls that come next.
 */
export class ReferenceModel extends BaseChatModel<CallOptions> {
  readonly #procedure: Procedure<AnswerBase>;

  constructor(procedure: Procedure<AnswerBase>) {
    super({});
    this.#procedure = procedure;
  }

  override _llmType(): string {
    return 'reference-policy';
  }

  override bindTools(tools: BindToolsInput[], options: Partial<CallOptions> = {}) {
    return this.withConfig({ ...options, tools } as Partial<CallOptions>);
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    _run?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    options.signal?.throwIfAborted();
    const message = this.#next(messages, (options.tools ?? []).some(isAnswerTool));
    return { generations: [{ text: message.text, message }] };
  }

  #next(messages: readonly BaseMessage[], structured: boolean): AIMessage {
    const question = messages.findLast((message) => HumanMessage.isInstance(message))?.text ?? '';
    const results = new Map(
      messages
        .filter((message) => ToolMessage.isInstance(message))
        .map((message) => [message.tool_call_id, message]),
    );
    const run = this.#procedure({ text: question, language: languageOf(question) });
    let state = run.next([]);
    for (let turn = 0; ; turn++) {
      if (state.done) return finish(state.value, turn, structured, results);
      const calls = state.value;
      const seen = calls.flatMap((call, place) => resultOf(call, results.get(callId(turn, place))));
      if (seen.length < calls.length) return ask(calls, turn);
      state = run.next(seen);
    }
  }
}

const isAnswerTool = (tool: BindToolsInput): boolean => {
  const named = tool as { readonly name?: unknown; readonly function?: { readonly name?: unknown } };
  return named.name === answerTool || named.function?.name === answerTool;
};

const resultOf = (call: ToolCall, message: ToolMessage | undefined): ToolResult[] =>
  message ? [toToolResult(call, message.text, message.status === 'error')] : [];

const ask = (calls: readonly ToolCall[], turn: number): AIMessage =>
  new AIMessage({
    content: '',
    tool_calls: calls.map((call, place) => ({
      type: 'tool_call',
      id: callId(turn, place),
      name: call.name,
      args: { ...call.arguments },
    })),
  });

function finish(
  answer: AnswerBase,
  turn: number,
  structured: boolean,
  results: ReadonlyMap<string, ToolMessage>,
): AIMessage {
  if (!structured) return new AIMessage(answer.text);
  const refused = results.get(callId(turn, 0));
  if (refused) {
    throw new ZhujiError(
      'internal',
      {
        en: `The procedure's answer is not of the agent's form: ${refused.text}`,
        zh: `流程给出的答案不符合智能体规定的格式：${refused.text}`,
      },
      {
        recovery: {
          en: "Correct the agent's procedure or its answer schema.",
          zh: '请更正该智能体的流程或其答案格式。',
        },
      },
    );
  }
  return ask([{ name: answerTool, arguments: { ...answer } }], turn);
}
