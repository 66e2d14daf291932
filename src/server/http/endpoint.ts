import { createMcpHandler, isLegacyRequest, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { ServerFactory } from '../options.ts';
import { createSessions, type SessionOptions } from './sessions.ts';

export interface Endpoint extends Pick<McpHttpHandler, 'notify'> {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export interface EndpointOptions extends Partial<SessionOptions> {
  readonly log?: (line: string) => void;
}

/** The one MCP endpoint behind a socket and in-process: stateless for the newest revision, sessions for those before. */
export function createEndpoint(factory: ServerFactory, options: EndpointOptions = {}): Endpoint {
  const log = options.log ?? ((line: string) => void process.stderr.write(`zhuji: ${line}\n`));
  const settings: SessionOptions = {
    most: 256,
    idleMilliseconds: 30 * 60_000,
    maxRequestBodySize: 4 * 1024 * 1024,
    onerror: ({ message }) => log(`http: ${message}`),
    ...options,
  };
  const { maxRequestBodySize, onerror } = settings;
  const modern = createMcpHandler(factory, { legacy: 'reject', maxRequestBodySize, onerror });
  const sessions = createSessions(factory, settings);
  return {
    notify: modern.notify,
    async fetch(request) {
      const legacy = await isLegacyRequest(request, undefined, { maxRequestBodySize });
      return await (legacy ? sessions.fetch(request) : modern.fetch(request));
    },
    async close() {
      await sessions.close();
      await modern.close();
    },
  };
}
