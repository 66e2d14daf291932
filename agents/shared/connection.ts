import { ToolMessage } from '@langchain/core/messages';
import { tool as langchainTool, type StructuredToolInterface } from '@langchain/core/tools';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ZhujiError } from '../../src/workspace/index.ts';
import { linkedSignal } from './linked-signal.ts';
import { releasingFetch } from './releasing-fetch.ts';

/** Where the server is: in this process, behind an address, or a program to start. */
export type Target =
  | { readonly url: string | URL; readonly fetch?: typeof fetch; readonly token?: string }
  | {
      readonly command: string;
      readonly args?: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      readonly cwd?: string;
    };

/** A tool as its server lists it. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** A call's result: the text is what a model is shown, and complete. */
export interface ToolAnswer {
  readonly ok: boolean;
  readonly text: string;
  readonly structured: Readonly<Record<string, unknown>> | undefined;
}

/** An agent's only way to data. It may serve many questions, one after the other or at once. */
export interface Connection {
  readonly definitions: readonly ToolDefinition[];
  /** The same for LangChain. An error of a tool is a message with status `error`: the run goes on. */
  tools(): StructuredToolInterface[];
  /** Errors: `cancelled`; `internal` where the connection broke. A tool's own error is an answer. */
  callTool(name: string, args: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<ToolAnswer>;
  close(): Promise<void>;
}

/** Connects to an MCP server and lists its tools. Errors: `configuration` where nothing answers there. */
export async function connect(target: Target, signal?: AbortSignal): Promise<Connection> {
  const client = new Client({ name: 'zhuji-agent', version: '1' });
  const options = signal ? { signal } : {};
  try {
    await client.connect(transportTo(target), options);
    return connection(client, await definitionsOf(client, options));
  } catch (error) {
    await client.close().catch(() => undefined);
    if (signal?.aborted)
      throw new ZhujiError('cancelled', { en: 'The connection was cancelled', zh: '连接已取消' });
    const place = 'url' in target ? String(target.url) : target.command;
    throw new ZhujiError(
      'configuration',
      {
        en: `No MCP server answers at ${place}: ${messageOf(error)}`,
        zh: `${place} 处没有 MCP 服务器应答：${messageOf(error)}`,
      },
      {
        recovery: {
          en: 'Start one with `zhuji serve`, and check address and token.',
          zh: '请用 `zhuji serve` 启动服务器，并检查地址与令牌。',
        },
        cause: error,
      },
    );
  }
}

function transportTo(target: Target): Transport {
  if ('command' in target) {
    const { command, args = [], env, cwd } = target;
    return new StdioClientTransport({
      command,
      args: [...args],
      stderr: 'ignore',
      ...(env && { env: { ...env } }),
      ...(cwd && { cwd }),
    });
  }
  const { url, fetch: send = fetch, token } = target;
  // The SDK's class does not declare its own optional fields exactly.
  return new StreamableHTTPClientTransport(new URL(url), {
    fetch: releasingFetch(send),
    ...(token && { requestInit: { headers: { authorization: `Bearer ${token}` } } }),
  }) as Transport;
}

async function definitionsOf(client: Client, options: { signal?: AbortSignal }): Promise<ToolDefinition[]> {
  const found: ToolDefinition[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor ? { cursor } : {}, options);
    found.push(
      ...page.tools.map(({ name, description = '', inputSchema }) => ({ name, description, inputSchema })),
    );
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function connection(client: Client, definitions: readonly ToolDefinition[]): Connection {
  const callTool: Connection['callTool'] = async (name, args, signal) => {
    const linked = signal && linkedSignal(signal);
    try {
      const result = await client.callTool(
        { name, arguments: { ...args } },
        undefined,
        linked ? { signal: linked.signal } : {},
      );
      return {
        ok: result.isError !== true,
        text: textOf(result.content),
        structured: result.structuredContent as Record<string, unknown> | undefined,
      };
    } catch (error) {
      if (signal?.aborted)
        throw new ZhujiError('cancelled', {
          en: `The call of ${name} was cancelled`,
          zh: `对 ${name} 的调用已取消`,
        });
      throw new ZhujiError(
        'internal',
        {
          en: `The call of ${name} failed: ${messageOf(error)}`,
          zh: `对 ${name} 的调用失败：${messageOf(error)}`,
        },
        { cause: error },
      );
    } finally {
      linked?.release();
    }
  };
  return {
    definitions,
    callTool,
    tools: () => definitions.map((definition) => toLangChain(definition, callTool)),
    close: () => client.close(),
  };
}

function toLangChain(definition: ToolDefinition, callTool: Connection['callTool']): StructuredToolInterface {
  const { name, description, inputSchema } = definition;
  return langchainTool(
    async (args, config) => {
      const { ok, text, structured } = await callTool(name, args as Record<string, unknown>, config.signal);
      return new ToolMessage({
        name,
        content: text,
        status: ok ? 'success' : 'error',
        tool_call_id: (config as { toolCall?: { id?: string } }).toolCall?.id ?? '',
        artifact: structured,
      });
    },
    { name, description, schema: { ...inputSchema } },
  ) as unknown as StructuredToolInterface;
}

/** Blocks of text as they are; of others, what names them. */
function textOf(content: unknown): string {
  const blocks = Array.isArray(content) ? (content as readonly Record<string, unknown>[]) : [];
  return blocks
    .map((block) => (typeof block['text'] === 'string' ? block['text'] : JSON.stringify(block)))
    .join('\n');
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
