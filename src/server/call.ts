import type { CallToolResult, StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { type Language, ZhujiError } from '../workspace/index.ts';
import { readArguments } from './arguments.ts';
import { fitAnswer } from './budget.ts';
import { decodePage } from './cursor.ts';
import { failureOf } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { Answer, Tool, ToolContext } from './tool.ts';
import { toolText } from './tool-text.ts';
import { untrustedMeta, visible } from './untrusted.ts';

export interface CallContext {
  readonly context: Omit<ToolContext, 'signal'>;
  readonly limits: Limits;
  readonly gate: Gate;
  readonly log: (line: string) => void;
}

const plain = (answer: Answer): Answer => ({
  ...answer,
  head: visible(answer.head) as Answer['head'],
  ...(answer.items && {
    items: { ...answer.items, values: answer.items.values.map(visible) },
  }),
});

async function check(tool: Tool, schema: StandardSchemaWithJSON, value: unknown): Promise<void> {
  const { issues } = await schema['~standard'].validate(value);
  if (issues)
    throw new Error(`${tool.name} broke its output schema: ${issues.map((i) => i.message).join('; ')}`);
}

/** The language that the caller reads, as far as the call says so. */
const languageOf = (given: unknown): Language =>
  typeof given === 'object' && given !== null && 'language' in given && given.language === 'zh' ? 'zh' : 'en';

/** The reason of an error for the log, on one line. */
const reason = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).replace(/\s*\n\s*/g, ' | ');

/** Runs a tool for a client. It never throws: what goes wrong is an `isError` result that an agent can act on. */
export async function callTool(
  tool: Tool,
  output: StandardSchemaWithJSON,
  given: unknown,
  signal: AbortSignal,
  { context, limits, gate, log }: CallContext,
): Promise<CallToolResult> {
  try {
    const input = readArguments(tool, given, limits);
    const page = decodePage(tool.name, input, tool.pageSize ?? 1);
    const answer = await gate((stop) => tool.answer(input, page, { ...context, signal: stop }), signal);
    const value = fitAnswer(plain(answer), { tool: tool.name, input, page }, limits);
    await check(tool, output, value);
    return {
      content: [{ type: 'text', text: toolText(value) }],
      structuredContent: value,
      _meta: untrustedMeta,
    };
  } catch (error) {
    if (!ZhujiError.is(error) || error.code === 'internal') log(`${tool.name}: ${reason(error)}`);
    const failure = failureOf(error, tool.suggestions, languageOf(given));
    return { content: [{ type: 'text', text: toolText(failure) }], isError: true, _meta: untrustedMeta };
  }
}
