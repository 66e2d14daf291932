import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, connect } from '../server/client.ts';
import { openPlant, type Plant } from '../server/plant.ts';
import { serveProgram } from './serve-program.ts';

const token = 'a8f5f167f44f4964e6c998dee827110c';
let plant: Plant;
beforeAll(async () => {
  plant = await openPlant();
});
afterAll(() => plant?.close());

test('a client of today works over HTTP with the token, and the server ends when told', async () => {
  const { command, args } = serveProgram(plant.root, '--http', '0');
  const child = spawn(command, args, { env: { ...process.env, ZHUJI_TOKEN: token }, stdio: 'pipe' });
  let output = '';
  child.stderr.setEncoding('utf8');
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', () => reject(new Error(output)));
    child.stderr.on('data', (chunk: string) => {
      output += chunk;
      const found = /http:\/\/localhost:\d+\/mcp/.exec(output)?.[0];
      if (found) resolve(found);
    });
  });
  const transport = (authorization: string): Transport =>
    new StreamableHTTPClientTransport(new URL(url), {
      requestInit: { headers: { authorization } },
    }) as Transport;
  const client = await connect(transport(`Bearer ${token}`));
  const { data } = await call(client, 'search_knowledge', { query: '散热 限值', language: 'zh' });
  expect(JSON.stringify(data['passages'])).toContain('8.6 K');
  await expect(connect(transport('Bearer wrong'))).rejects.toThrow();
  await client.close();
  child.removeAllListeners('exit');
  child.kill('SIGINT');
  expect((await once(child, 'exit'))[0]).toBe(0);
});
