import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type HttpOptions, type HttpServer, serveHttp } from '../../src/server/index.ts';
import { tools } from '../../tools/index.ts';
import { call, connect } from '../server/client.ts';
import { openPlant, type Plant } from '../server/plant.ts';
import { initialize, post, sendLines } from './raw-http.ts';

const token = 'b1946ac92492d2347c6235b4d2611184';
let plant: Plant;
let open: HttpServer;
let guarded: HttpServer;
const quiet = { log: () => undefined };
const serve = (options: HttpOptions = {}) =>
  serveHttp(createServer({ workspace: plant.workspace, tools, ...quiet }), { ...quiet, ...options });

beforeAll(async () => {
  plant = await openPlant();
  open = await serve({ maxBodyBytes: 200_000 });
  guarded = await serve({ token });
});
afterAll(async () => {
  await open?.close();
  await guarded?.close();
  await plant?.close();
});

describe('Host', () => {
  test.each([
    ['localhost:1', 200],
    ['localhost', 200],
    ['127.0.0.1:1', 200],
    ['[::1]:1', 200],
    ['LOCALHOST:1', 200],
    ['evil.example', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.example:80', 403],
    ['localhost@evil.example', 403],
    ['evil.example#localhost', 403],
    // Another spelling of 127.0.0.1: no name, so nobody's to point elsewhere.
    ['2130706433', 200],
    ['192.168.0.1', 403],
    ['[::1', 403],
    ['local host', 403],
    ['', 403],
  ])('"%s" is answered with %i', async (host, status) => {
    expect((await post(open.port, { host })).status).toBe(status);
  });

  test('absent or twice is refused', async () => {
    expect(await sendLines(open.port, ['POST /mcp HTTP/1.1', 'Content-Length: 0'])).toMatch(/ 400 /);
    expect(await sendLines(open.port, ['POST /mcp HTTP/1.0', 'Content-Length: 0'])).toMatch(/ 403 /);
    const twice = ['POST /mcp HTTP/1.1', 'Host: localhost', 'Host: evil.example', 'Content-Length: 0'];
    expect(await sendLines(open.port, twice)).toMatch(/ 400 /);
  });
});

describe('Origin', () => {
  test.each<[string | string[] | undefined, number]>([
    [undefined, 200],
    ['http://localhost:5173', 200],
    ['http://127.0.0.1', 200],
    ['http://[::1]:3000', 200],
    ['https://localhost', 200],
    ['http://evil.example', 403],
    ['http://localhost.evil.example', 403],
    ['http://evil.example/?http://localhost', 403],
    ['null', 403],
    ['file://', 403],
    ['localhost', 403],
    ['http://', 403],
    ['%00', 403],
    [['http://localhost', 'http://evil.example'], 400],
    [['http://localhost', 'http://localhost'], 400],
  ])('%s is answered with %i', async (origin, status) => {
    expect((await post(open.port, origin === undefined ? {} : { origin })).status).toBe(status);
  });
});

describe('the token', () => {
  test.each<[string | string[] | undefined, number]>([
    [`Bearer ${token}`, 200],
    [`bearer ${token}`, 200],
    [undefined, 401],
    ['', 401],
    ['Bearer', 401],
    [`Bearer ${token}x`, 401],
    [`Bearer ${token.slice(0, -1)}`, 401],
    [`Basic ${token}`, 401],
    [token, 401],
    [`Bearer wrong ${token}`, 401],
    [[`Bearer ${token}`, 'Bearer other'], 400],
  ])('%s is answered with %i', async (authorization, status) => {
    const answer = await post(guarded.port, authorization === undefined ? {} : { authorization });
    expect(answer.status).toBe(status);
    if (status === 401) expect(answer.headers['www-authenticate']).toBe('Bearer realm="zhuji"');
    expect(answer.body).not.toContain(token);
  });

  test('in the address is not read', async () => {
    expect((await post(guarded.port, {}, initialize, `/mcp?token=${token}`)).status).toBe(401);
  });

  test('is asked for only after Host and Origin', async () => {
    const headers = { host: 'evil.example', authorization: `Bearer ${token}` };
    expect((await post(guarded.port, headers)).status).toBe(403);
  });

  test.each([
    ['no token', { host: '0.0.0.0' }],
    ['no token on an address', { host: '192.0.2.1' }],
    ['a short token', { host: '0.0.0.0', token: 'secret' }],
    ['a blank token', { token: ' ' }],
    ['a token of two lines', { token: `${token}\n${token}` }],
  ])('%s: the server does not start', async (_, options) => {
    await expect(serve(options)).rejects.toMatchObject({
      code: 'configuration',
      recovery: expect.stringMatching(/\w/),
    });
  });

  test('a port in use is said to be', async () => {
    await expect(serve({ port: open.port })).rejects.toMatchObject({ code: 'configuration' });
  });
});

describe('a request', () => {
  test('elsewhere is not found', async () => {
    for (const path of ['/', '/mcp/', '/mcp/x', '/../mcp', '/%6dcp', '//mcp']) {
      expect((await post(open.port, {}, initialize, path)).status, path).toBe(404);
    }
  });

  test('that is too large is refused, whether it says so or not', async () => {
    const large = `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"x":"${'a'.repeat(300_000)}"}}`;
    expect((await post(open.port, {}, large)).status).toBe(413);
    expect((await post(open.port, { 'transfer-encoding': 'chunked' }, large)).status).toBe(413);
  });

  test.each([
    ['no JSON', 'hello'],
    ['half of it', initialize.slice(0, 40)],
    ['nothing', ''],
    ['null', 'null'],
    ['an empty batch', '[]'],
    ['bytes', Uint8Array.of(0, 255, 254, 1)],
    ['depth', '['.repeat(90_000)],
    ['depth that closes', `${'['.repeat(90_000)}${']'.repeat(90_000)}`],
    ['no version', '{"id":1,"method":"tools/list"}'],
    ['a prototype', '{"jsonrpc":"2.0","id":1,"method":"tools/list","__proto__":{"polluted":true}}'],
  ])('of %s is refused and the server goes on', async (_, body) => {
    const { status, body: text } = await post(open.port, {}, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/at .*\.(js|ts):\d|node_modules/);
    expect((await post(open.port)).status).toBe(200);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('sessions', () => {
  const client = async (server: HttpServer, headers: Record<string, string> = {}) =>
    await connect(
      new StreamableHTTPClientTransport(new URL(server.url), { requestInit: { headers } }) as Transport,
    );

  test('keep clients apart that call at the same time', async () => {
    const clients = await Promise.all(Array.from({ length: 5 }, () => client(open)));
    const answers = await Promise.all(
      clients.flatMap((one, index) =>
        [1, 2, 3].map(async (repeat) => {
          const row = 10 * index + repeat;
          const where = [{ field: 'row', op: '=', value: row }];
          const { data } = await call(one, 'query_rows', { dataset: 'lathe', where });
          return (data['rows'] as { row: number }[])[0]?.row === row;
        }),
      ),
    );
    expect(answers).toEqual(Array(15).fill(true));
    await Promise.all(clients.map((one) => one.close()));
  });

  test('are not needed', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 5, method: 'tools/list', params: {} });
    const answer = await post(open.port, { 'mcp-protocol-version': '2025-11-25' }, body);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('search_catalog');
  });

  test('that are unknown are not found', async () => {
    const answer = await post(open.port, { 'mcp-session-id': 'guessed' }, initialize);
    expect(answer.status).toBe(404);
  });

  test('a client with the token works, one without does not', async () => {
    const good = await client(guarded, { authorization: `Bearer ${token}` });
    expect((await good.listTools()).tools.length).toBeGreaterThan(0);
    await good.close();
    await expect(client(guarded)).rejects.toThrow();
  });

  test('end with the server, while a client is connected', async () => {
    const server = await serve({ closeMilliseconds: 200 });
    const one = await client(server);
    await server.close();
    await expect(call(one, 'search_catalog')).rejects.toThrow();
    await expect(post(server.port)).rejects.toThrow();
  });
});
