import { once } from 'node:events';
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node';
import { ZhujiError } from '../../workspace/index.ts';
import type { ServerFactory } from '../options.ts';
import { createEndpoint, type Endpoint } from './endpoint.ts';
import { createGuard, type Refusal } from './guard.ts';
import { hostsFor, isLoopback } from './hosts.ts';

export interface HttpOptions {
  /** 0, or absent: any free one. */
  readonly port?: number;
  /** 127.0.0.1 where absent. Anything but loopback needs a token. */
  readonly host?: string;
  /** Bearer token that every request must carry; at least 16 characters beyond loopback. */
  readonly token?: string;
  /** Host names besides its own by which clients address the server, e.g. that of a reverse proxy. */
  readonly allowedHosts?: readonly string[];
  /** Bytes of a request; a larger one is answered with 413. */
  readonly maxBodyBytes?: number;
  /** Milliseconds that {@link HttpServer.close} waits for answers under way. */
  readonly closeMilliseconds?: number;
  readonly log?: (line: string) => void;
}

export interface HttpServer {
  /** Where clients connect, e.g. `http://localhost:3917/mcp`. */
  readonly url: string;
  readonly port: number;
  /** Tells clients that subscribed of changes. */
  readonly notify: Endpoint['notify'];
  /** Takes no more requests, lets those under way finish, then ends every connection. */
  close(): Promise<void>;
}

const shortestToken = 16;
const largestBody = 4 * 1024 * 1024;

function checkToken(host: string, token: string | undefined): void {
  const open = !isLoopback(host);
  if (token === undefined && !open) return;
  if (token === undefined) {
    throw new ZhujiError(
      'configuration',
      {
        en: `listening on ${host} without a token would let anyone read the workspace`,
        zh: `在 ${host} 上无令牌监听会让任何人都能读取工作区`,
      },
      {
        recovery: {
          en: 'Set a token (environment variable ZHUJI_TOKEN), or listen on 127.0.0.1.',
          zh: '请设置令牌（环境变量 ZHUJI_TOKEN），或改为监听 127.0.0.1。',
        },
      },
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token) || (open && token.length < shortestToken)) {
    throw new ZhujiError(
      'configuration',
      {
        en: 'the token is too short or holds characters that a header cannot carry',
        zh: '令牌过短，或含有请求头无法携带的字符',
      },
      {
        recovery: {
          en: `Use at least ${shortestToken} letters, digits and signs, e.g. from "openssl rand -hex 32".`,
          zh: `请使用至少 ${shortestToken} 个字母、数字与符号，例如由 "openssl rand -hex 32" 生成。`,
        },
      },
    );
  }
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code: -32000, message }, id: null });
  response.writeHead(status, {
    'content-type': 'application/json',
    connection: 'close',
    ...(status === 401 && { 'www-authenticate': 'Bearer realm="zhuji"' }),
  });
  response.end(body);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host === 'localhost' ? '127.0.0.1' : host);
    await once(server, 'listening');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ZhujiError(
      'configuration',
      {
        en: `cannot listen on ${host}:${port}${code ? ` (${code})` : ''}`,
        zh: `无法监听 ${host}:${port}${code ? `（${code}）` : ''}`,
      },
      {
        recovery: {
          en: 'Choose another port or address; port 0 takes any free one.',
          zh: '请换用其他端口或地址；端口 0 表示任一空闲端口。',
        },
        cause: error,
      },
    );
  }
}

/** Waits until nothing is under way, or for so long. */
async function settled(underway: ReadonlySet<ServerResponse>, milliseconds: number): Promise<void> {
  const answers = [...underway].map((response) => once(response, 'close'));
  const patience = AbortSignal.timeout(milliseconds);
  await Promise.race([Promise.all(answers), once(patience, 'abort')]);
}

/**
 * Serves over Streamable HTTP at `/mcp`, both protocol eras, an instance for each request. Host and Origin are checked
 * before anything else. Errors: `configuration` (open to others without a good token, address in use).
 */
export async function serveHttp(factory: ServerFactory, options: HttpOptions = {}): Promise<HttpServer> {
  const { port = 0, host = '127.0.0.1', token, closeMilliseconds = 5_000 } = options;
  checkToken(host, token);
  const log = options.log ?? ((line: string) => void process.stderr.write(`zhuji: ${line}\n`));
  const onerror = ({ message }: Error) => log(`http: ${message}`);
  const maxRequestBodySize = options.maxBodyBytes ?? largestBody;
  const endpoint = createEndpoint(factory, { maxRequestBodySize, onerror });
  const answer = toNodeHandler(endpoint, { maxRequestBodySize, onerror });
  const guard = createGuard({
    hosts: hostsFor(host, options.allowedHosts),
    ...(token !== undefined && { token }),
  });
  const underway = new Set<ServerResponse>();
  const server = createHttpServer((request, response) => {
    const refusal = guard(request);
    if (refusal) return refuse(response, refusal);
    // A GET is a stream that ends when the server does: nothing to wait for.
    if (request.method === 'POST') {
      underway.add(response);
      response.once('close', () => underway.delete(response));
    }
    // The adapter's type does not allow Node's own `method?: string | undefined`.
    answer(request as NodeIncomingMessageLike, response).catch((error: unknown) => {
      onerror(error instanceof Error ? error : new Error(String(error)));
      response.destroy();
    });
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await listen(server, port, host);
  const bound = (server.address() as AddressInfo).port;
  const name = isLoopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}/mcp`,
    port: bound,
    notify: endpoint.notify,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await settled(underway, closeMilliseconds);
      await endpoint.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
