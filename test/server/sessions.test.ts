import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, onTestFinished, test } from 'vitest';
import { createEndpoint } from '../../src/server/http/endpoint.ts';
import { createServer } from '../../src/server/index.ts';
import { tools } from '../../tools/index.ts';
import { call, connect } from './client.ts';
import { openPlant } from './plant.ts';

test('the session that was idle longest makes room for a new one', async () => {
  const plant = await openPlant();
  onTestFinished(() => plant.close());
  const factory = createServer({ workspace: plant.workspace, tools });
  const endpoint = createEndpoint(factory, { most: 2, log: () => undefined });
  const fetch = (input: string | URL | Request, init?: RequestInit) =>
    endpoint.fetch(new Request(input, init));
  const client = () =>
    connect(new StreamableHTTPClientTransport(new URL('http://localhost/mcp'), { fetch }) as Transport);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

  const first = await client();
  await pause();
  const second = await client();
  await pause();
  await call(first, 'search_catalog');
  await pause();
  const third = await client();
  expect((await call(first, 'search_catalog')).isError).toBe(false);
  expect((await call(third, 'search_catalog')).isError).toBe(false);
  await expect(call(second, 'search_catalog')).rejects.toThrow(/Session not found/);
  await endpoint.close();
  await expect(call(first, 'search_catalog')).rejects.toThrow();
});
