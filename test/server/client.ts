import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { createServer, inProcessFetch, parseToolText, type ServerOptions } from '../../src/server/index.ts';
import { tools } from '../../tools/index.ts';

export type Json = Record<string, unknown>;

export interface Answered {
  readonly isError: boolean;
  readonly text: string;
  /** What the text says. */
  readonly data: Json;
  readonly structured: Json | undefined;
  readonly meta: Json | undefined;
}

export async function call(client: Client, name: string, args: Json = {}): Promise<Answered> {
  const result = (await client.callTool({ name, arguments: args })) as CallToolResult;
  const [block] = result.content;
  const text = block?.type === 'text' ? block.text : '';
  return {
    isError: result.isError === true,
    text,
    data: parseToolText(text) as Json,
    structured: result.structuredContent,
    meta: result._meta,
  };
}

export async function connect(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  // The client then checks every structured answer against the tool's output schema.
  await client.listTools();
  return client;
}

/** A client of today over the same handler as HTTP, without a socket. */
export async function inProcessClient(
  options: Omit<ServerOptions, 'tools'> & Partial<Pick<ServerOptions, 'tools'>>,
): Promise<Client> {
  const server = inProcessFetch(createServer({ tools, ...options }));
  return await connect(new StreamableHTTPClientTransport(server.url, { fetch: server.fetch }) as Transport);
}
