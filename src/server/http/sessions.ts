import { randomUUID } from 'node:crypto';
import {
  legacyStatelessFallback,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { ServerFactory } from '../options.ts';
import { createEventStore } from './event-store.ts';

export interface SessionOptions {
  /** Sessions at once; one more ends the one that was idle longest. */
  readonly most: number;
  /** Milliseconds without a request after which a session may end. */
  readonly idleMilliseconds: number;
  readonly maxRequestBodySize: number;
  readonly onerror: (error: Error) => void;
}

interface Session {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  lastUsed: number;
}

export interface Sessions {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

const header = 'mcp-session-id';

async function asksToInitialize(request: Request): Promise<boolean> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  return typeof body === 'object' && body !== null && 'method' in body && body.method === 'initialize';
}

function unknownSession(): Response {
  const error = { code: -32001, message: 'Session not found' };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status: 404 });
}

/**
 * Serves clients of revisions up to 2025-11-25, an instance for each session: only so can a cancellation reach the call
 * that it is about. A request without a session gets an instance of its own.
 */
export function createSessions(factory: ServerFactory, options: SessionOptions): Sessions {
  const { most, idleMilliseconds, maxRequestBodySize, onerror } = options;
  const sessions = new Map<string, Session>();
  const alone = legacyStatelessFallback(factory, onerror, { maxRequestBodySize });

  const end = async (id: string): Promise<void> => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.transport.close().catch(onerror);
  };

  const makeRoom = async (): Promise<void> => {
    const byIdleness = [...sessions].toSorted(([, a], [, b]) => a.lastUsed - b.lastUsed);
    const surplus = sessions.size - most + 1;
    const idleSince = Date.now() - idleMilliseconds;
    const ending = byIdleness.filter(([, { lastUsed }], place) => place < surplus || lastUsed < idleSince);
    await Promise.all(ending.map(([id]) => end(id)));
  };

  const begin = async (): Promise<WebStandardStreamableHTTPServerTransport> => {
    await makeRoom();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      maxRequestBodySize,
      eventStore: createEventStore(),
      retryInterval: 1_000,
      onsessioninitialized: (id) => void sessions.set(id, { transport, lastUsed: Date.now() }),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    transport.onerror = onerror;
    await factory().connect(transport);
    return transport;
  };

  return {
    async fetch(request) {
      const id = request.headers.get(header);
      if (id === null) {
        const initial = request.method === 'POST' && (await asksToInitialize(request));
        return initial ? await (await begin()).handleRequest(request) : await alone(request);
      }
      const session = sessions.get(id);
      if (!session) return unknownSession();
      session.lastUsed = Date.now();
      return await session.transport.handleRequest(request);
    },
    close: async () => void (await Promise.all([...sessions.keys()].map(end))),
  };
}
