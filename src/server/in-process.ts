import { createEndpoint } from './http/endpoint.ts';
import type { ServerFactory } from './options.ts';

export interface InProcessServer {
  /** Stands in for the global `fetch` of an MCP client's Streamable HTTP transport. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Where the client is to connect; nothing listens there. */
  readonly url: URL;
  close(): Promise<void>;
}

/**
 * Serves without a socket, through the same handler as HTTP:
 * `new StreamableHTTPClientTransport(server.url, { fetch: server.fetch })`.
 */
export function inProcessFetch(factory: ServerFactory): InProcessServer {
  const endpoint = createEndpoint(factory);
  return {
    fetch: (input, init) => endpoint.fetch(new Request(input, init)),
    url: new URL('http://localhost/mcp'),
    close: () => endpoint.close(),
  };
}
