import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, connect, type Json } from '../server/client.ts';
import { openPlant, type Plant } from '../server/plant.ts';
import { serveProgram } from './serve-program.ts';

let plant: Plant;
beforeAll(async () => {
  plant = await openPlant();
});
afterAll(() => plant?.close());

test('a client of today works over stdio', async () => {
  const client = await connect(new StdioClientTransport({ ...serveProgram(plant.root), stderr: 'ignore' }));
  expect(client.getServerVersion()).toMatchObject({
    name: 'zhuji',
    version: expect.stringMatching(/^\d+\.\d+/),
  });
  const { data } = await call(client, 'query_rows', { dataset: 'lathe', select: ['count(*)'] });
  expect(data['rows']).toEqual([{ 'count()': 500 }]);
  expect((await client.listPrompts()).prompts.map(({ name }) => name)).toEqual([
    'process-parameters',
    'fault-diagnosis',
  ]);
  const { contents } = await client.readResource({ uri: 'zhuji://documents/handbook' });
  expect((contents[0] as { text: string }).text).toContain('散热');
  await client.close();
});

/** The server's process, spoken to line by line. */
function startRaw(): { child: ChildProcessWithoutNullStreams; ask(message: Json): Promise<Json> } {
  const { command, args } = serveProgram(plant.root);
  const child = spawn(command, args, { stdio: 'pipe' });
  child.stderr.resume();
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    child,
    async ask(message) {
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
      const { value } = await lines.next();
      return JSON.parse(value) as Json;
    },
  };
}

describe('the server process', () => {
  test('speaks revision 2026-07-28 too, and nothing but the protocol', async () => {
    const { child, ask } = startRaw();
    const _meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
    };
    const discovered = await ask({ id: 1, method: 'server/discover', params: { _meta } });
    expect(discovered['result']).toMatchObject({ supportedVersions: expect.arrayContaining(['2026-07-28']) });
    const listed = await ask({ id: 2, method: 'tools/list', params: { _meta } });
    expect(listed['result']).toMatchObject({
      resultType: 'complete',
      ttlMs: 3_600_000,
      cacheScope: 'public',
    });
    const read = { _meta, uri: 'zhuji://datasets/lathe' };
    expect((await ask({ id: 3, method: 'resources/read', params: read }))['result']).toMatchObject({
      ttlMs: 60_000,
      cacheScope: 'private',
    });
    const answered = await ask({
      id: 4,
      method: 'tools/call',
      params: { _meta, name: 'search_catalog', arguments: {} },
    });
    expect(answered['result']).toMatchObject({ structuredContent: { total: 3 } });
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  test('answers a call of twelve megabytes, and the next one', async () => {
    const { child, ask } = startRaw();
    const clientInfo = { name: 'raw', version: '1' };
    await ask({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo },
    });
    const large = { name: 'search_knowledge', arguments: { query: 'x'.repeat(12_000_000) } };
    expect((await ask({ id: 2, method: 'tools/call', params: large }))['result']).toMatchObject({
      isError: true,
    });
    const small = { name: 'search_knowledge', arguments: { query: 'cooler' } };
    expect((await ask({ id: 3, method: 'tools/call', params: small }))['result']).not.toHaveProperty(
      'isError',
    );
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  test('goes on after a line that is no message', async () => {
    const { child, ask } = startRaw();
    child.stdin.write('hello\n{"jsonrpc":"2.0"\n\n');
    expect(await ask({ id: 7, method: 'ping' })).toMatchObject({ id: 7 });
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
