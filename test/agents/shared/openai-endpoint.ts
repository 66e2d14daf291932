import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly {
    readonly role: string;
    readonly content: unknown;
    readonly tool_call_id?: string;
  }[];
  readonly tools?: readonly { readonly function: { readonly name: string; readonly parameters: unknown } }[];
  readonly tool_choice?: unknown;
}

/** What the endpoint does with one request. `hang` never answers. */
export type Turn =
  | { readonly calls: readonly { readonly name: string; readonly arguments: string }[] }
  | { readonly text: string }
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
    }
  | 'hang';

/** An OpenAI-compatible endpoint on this machine that plays these turns, and keeps what it was asked. */
export async function openaiEndpoint(turns: readonly Turn[]) {
  const requests: ChatRequest[] = [];
  const server = createServer(async (request, response) => {
    requests.push(JSON.parse(await bodyOf(request)) as ChatRequest);
    const turn = turns[requests.length - 1] ?? { status: 500, message: 'no turn is left' };
    if (turn !== 'hang') respond(response, turn, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function respond(response: ServerResponse, turn: Exclude<Turn, 'hang'>, place: number): void {
  if ('status' in turn) {
    response.writeHead(turn.status, { 'content-type': 'application/json', ...turn.headers });
    response.end(JSON.stringify({ error: { message: turn.message ?? 'refused', type: 'error' } }));
    return;
  }
  const message =
    'text' in turn
      ? { role: 'assistant', content: turn.text }
      : {
          role: 'assistant',
          content: null,
          tool_calls: turn.calls.map((call, index) => ({
            id: `call_${place}_${index}`,
            type: 'function',
            function: call,
          })),
        };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: `chat_${place}`,
      object: 'chat.completion',
      created: 0,
      model: 'scripted',
      choices: [{ index: 0, message, finish_reason: 'text' in turn ? 'stop' : 'tool_calls' }],
      usage: { prompt_tokens: 90, completion_tokens: 10, total_tokens: 100 },
    }),
  );
}
